//! Fetches packages with the ordinary clients and reads files out of them.

use std::fs::{self, File};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;

/// A file of a package: its path inside, and its bytes.
pub type Entry = (String, Vec<u8>);

/// A directory of downloaded packages.
pub struct Packages {
    directory: PathBuf,
}

impl Packages {
    /// Packages are looked for in `directory`, and downloaded to it.
    pub fn new(directory: PathBuf) -> Self {
        Self { directory }
    }

    /// The files of a PyPI wheel whose path `wanted` accepts.
    pub fn wheel(&self, name: &str, version: &str, wanted: impl Fn(&str) -> bool) -> Result<Vec<Entry>> {
        let file = self.file(&format!("{name}-{version}-"), || {
            let mut pip = Command::new("pip");
            pip.args(["download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest", "."])
                .arg(format!("{name}=={version}"));
            pip
        })?;
        let mut archive = zip::ZipArchive::new(File::open(file)?)?;
        let mut entries = Vec::new();
        for i in 0..archive.len() {
            let mut file = archive.by_index(i)?;
            if wanted(file.name()) {
                let name = file.name().to_owned();
                let mut bytes = Vec::new();
                file.read_to_end(&mut bytes)?;
                entries.push((name, bytes));
            }
        }
        Ok(entries)
    }

    /// The files of an npm package whose path `wanted` accepts.
    pub fn npm(&self, name: &str, version: &str, wanted: impl Fn(&str) -> bool) -> Result<Vec<Entry>> {
        let file = self.file(&format!("{name}-{version}."), || {
            let mut npm = Command::new("npm");
            npm.args(["pack", "--silent"]).arg(format!("{name}@{version}"));
            npm
        })?;
        unpack(flate2::read::GzDecoder::new(File::open(file)?), wanted)
    }

    /// The files of a Debian package (in the version of the machine's sources) whose path `wanted` accepts.
    pub fn debian(&self, name: &str, wanted: impl Fn(&str) -> bool) -> Result<Vec<Entry>> {
        let file = self.file(&format!("{name}_"), || {
            let mut apt = Command::new("apt-get");
            apt.args(["-qq", "download", name]);
            apt
        })?;
        let output = Command::new("dpkg-deb").arg("--fsys-tarfile").arg(&file).output()?;
        if !output.status.success() {
            return Err(format!("{}: not a Debian package", file.display()).into());
        }
        unpack(Cursor::new(output.stdout), wanted)
    }

    /// The path of the package whose file name starts with `prefix`; `client` downloads it where it is missing.
    fn file(&self, prefix: &str, client: impl Fn() -> Command) -> Result<PathBuf> {
        if let Some(path) = find(&self.directory, prefix)? {
            return Ok(path);
        }
        let mut command = client();
        if !command.current_dir(&self.directory).status()?.success() {
            return Err(format!("{command:?} failed").into());
        }
        find(&self.directory, prefix)?.ok_or_else(|| format!("{command:?} left no file {prefix}*").into())
    }
}

fn find(directory: &Path, prefix: &str) -> Result<Option<PathBuf>> {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.file_name().is_some_and(|n| n.to_string_lossy().starts_with(prefix)) {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

fn unpack(reader: impl Read, wanted: impl Fn(&str) -> bool) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for entry in tar::Archive::new(reader).entries()? {
        let mut entry = entry?;
        let name = entry.path()?.to_string_lossy().into_owned();
        if wanted(&name) {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes)?;
            entries.push((name, bytes));
        }
    }
    Ok(entries)
}
