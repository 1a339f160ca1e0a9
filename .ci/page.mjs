// Looks at the page in headless Chromium: node .ci/page.mjs FAKTUM CHROMIUM
// Needs npm's playwright-core where node finds it, or NODE_PATH says.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { chromium } = createRequire(import.meta.url)("playwright-core");
const [faktum, executablePath] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "faktum-page-"));
const hostile = `</script><script>window.hit = 1</script><img src=x onerror="window.hit = 2"> Ann Smith said on Monday that 37 \u202epeople had died in Leeds & York.`;
writeFileSync(join(folder, "in.ndjson"), JSON.stringify({ id: '"><svg onload="window.hit = 3">', lang: "en", text: hostile }) + "\n");
const articles = ["examples/watchdog-report-en.txt", "examples/police-report-de.txt", join(folder, "in.ndjson")];
const page = join(folder, "page.html");
writeFileSync(page, execFileSync(faktum, ["extract", "-o", "html", ...articles]));

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const tab = await browser.newPage();
const complaints = [];
tab.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
tab.on("pageerror", (error) => complaints.push(String(error)));
tab.on("request", (request) => request.url().startsWith("file:") || complaints.push(request.url()));
await tab.goto(`file://${page}`);
assert.equal(await tab.locator("article").count(), 3);
assert.equal(await tab.evaluate(() => window.hit), undefined);

const background = () => tab.locator(".n").first().evaluate((name) => getComputedStyle(name).backgroundColor);
const on = await background();
await tab.locator("input[data-layer=names]").uncheck();
assert.notEqual(await background(), on, "a switch takes the colour away");

const card = tab.locator("#card");
assert.equal(await card.isVisible(), false);
await tab.locator(".q").first().hover();
assert.match(await card.textContent(), /figure\.[a-z-]+/, "hovering shows the rule");
await tab.locator("h2").first().hover();
assert.equal(await card.isVisible(), false);
await tab.locator(".t").first().focus();
assert.match(await card.textContent(), /time\.[a-z-]+/, "so does the keyboard");
await tab.keyboard.press("Escape");
assert.equal(await card.isVisible(), false);
await tab.locator(".q").nth(1).click();
await tab.locator("h2").first().hover();
assert.equal(await card.isVisible(), true, "what was tapped stays");

const dates = await tab.locator("article").first().locator(".timeline time").evaluateAll((times) => times.map((time) => time.dateTime));
assert.ok(dates.length > 5);
assert.deepEqual(dates, [...dates].sort());
await tab.locator(".facts a").last().click();
assert.equal(await tab.locator(".s:target").count(), 1, "a fact leads to its sentence");

await tab.locator("#search").fill("Warsaw");
assert.equal(await tab.locator("article:visible").count(), 1);
assert.match(await tab.locator("#found").textContent(), /^\d+ sentences? in 1 article/);
assert.equal(await tab.locator(".facts li:visible").evaluateAll((rows) => rows.every((row) => row.textContent.includes("Warsaw"))), true);
await tab.locator("#search").fill("");
await tab.setViewportSize({ width: 360, height: 640 });
assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= 360), "a phone needs no scrolling to the side");
await tab.emulateMedia({ media: "print" });
assert.equal(await tab.locator("header.bar").isVisible(), false);
assert.deepEqual(complaints, []);
await browser.close();
console.log("the page is as it should be");
