"use strict";
// Everything from an article goes through textContent: nothing in it becomes markup.
(() => {
  const card = document.getElementById("card");
  const records = new Map();
  const record = (article, id) => {
    if (!records.has(article)) {
      records.set(article, JSON.parse(article.querySelector("script[type='application/json']").textContent));
    }
    return records.get(article)[id];
  };
  const show = (element) => {
    const article = element.closest("article");
    card.replaceChildren();
    for (const id of element.dataset.i.split(" ")) {
      const list = document.createElement("dl");
      for (const [name, value] of record(article, id) ?? []) {
        const term = document.createElement("dt");
        const detail = document.createElement("dd");
        term.textContent = name;
        detail.textContent = value;
        list.append(term, detail);
      }
      card.append(list);
    }
    card.hidden = !card.childElementCount;
  };
  // What was opened by a finger or a click stays until the next one.
  let pinned = false;
  const item = (event) => event.target instanceof Element && event.target.closest("[data-i]");
  for (const kind of ["mouseover", "focusin", "click"]) {
    document.addEventListener(kind, (event) => {
      const element = item(event);
      if (card.contains(event.target)) return;
      if (kind === "click") pinned = Boolean(element);
      if (element && (kind === "click" || !pinned)) show(element);
      else if (!element && !pinned) card.hidden = true;
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      pinned = false;
      card.hidden = true;
    }
  });
  for (const box of document.querySelectorAll("input[data-layer]")) {
    const set = () => document.body.classList.toggle("on-" + box.dataset.layer, box.checked);
    box.addEventListener("change", set);
    set();
  }
  const search = document.getElementById("search");
  const found = document.getElementById("found");
  search.addEventListener("input", () => {
    const wanted = search.value.trim().toLowerCase();
    let sentences = 0, articles = 0;
    for (const article of document.querySelectorAll("article")) {
      let any = !wanted || article.querySelector("h2").textContent.toLowerCase().includes(wanted);
      for (const sentence of article.querySelectorAll(".s")) {
        const hit = wanted !== "" && sentence.textContent.toLowerCase().includes(wanted);
        sentence.classList.toggle("lit", hit);
        if (hit) { sentences += 1; any = true; }
      }
      for (const row of article.querySelectorAll(".facts li, .said li, .names li, .timeline li")) {
        const hit = !wanted || row.textContent.toLowerCase().includes(wanted);
        row.hidden = !hit;
        any ||= hit;
      }
      article.hidden = !any;
      if (any) articles += 1;
    }
    found.textContent = wanted ? `${sentences} sentences in ${articles} articles` : "";
  });
})();
