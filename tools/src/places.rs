use crate::Result;
use crate::fetch::Packages;
use crate::lists::Lists;
use crate::table::Table;
pub fn build(_p: &Packages, _l: &Lists, _o: &std::path::Path) -> Result<Table> { Err("later".into()) }
