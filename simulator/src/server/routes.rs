//! Which operation a path belongs to.

use http::Method;
use matchit::Router;
use percent_encoding::percent_decode_str;

use crate::dialects::{self, Dialect, Operation, ROOT};

/// The dialects that one listener serves.
pub(crate) struct Routes {
    /// Dialects by the first segment of the path, the one at the root last.
    tables: Vec<(String, Table)>,
}

struct Table {
    dialect: Dialect,
    router: Router<Vec<usize>>,
}

/// What a path and method lead to.
pub(crate) struct Found<'a> {
    /// The dialect that answers, even if only to say that there is nothing.
    pub dialect: &'a Dialect,
    /// The path below the dialect's base URL.
    pub path: &'a str,
    /// The operation, if there is one.
    pub operation: Option<&'a Operation>,
    /// Values of the path's parameters.
    pub params: Vec<(String, String)>,
    /// Methods that the path knows, if it knows any.
    pub methods: Vec<Method>,
}

impl Routes {
    /// The main origin: the native dialect at the root, the others below their names.
    pub fn main() -> Self {
        let (root, others): (Vec<_>, Vec<_>) = dialects::all()
            .into_iter()
            .partition(|dialect| dialect.name == ROOT);
        let below = others
            .into_iter()
            .map(|dialect| (format!("/{}", dialect.name), dialect));
        let root = root.into_iter().map(|dialect| (String::new(), dialect));
        Self::over(below.chain(root))
    }

    /// One dialect at the root.
    pub fn only(dialect: Dialect) -> Self {
        Self::over([(String::new(), dialect)])
    }

    fn over(dialects: impl IntoIterator<Item = (String, Dialect)>) -> Self {
        let tables = dialects
            .into_iter()
            .map(|(base, dialect)| (base, Table::new(dialect)));
        Self {
            tables: tables.collect(),
        }
    }

    /// What answers `method` on `path`.
    pub fn find<'a>(&'a self, method: &Method, path: &'a str) -> Found<'a> {
        let below = |base: &str| {
            let rest = path.strip_prefix(base)?;
            (rest.is_empty() || rest.starts_with('/')).then_some(rest)
        };
        let (table, rest) = self
            .tables
            .iter()
            .find_map(|(base, table)| Some((table, below(base)?)))
            .expect("the last table stands at the root");
        table.find(method, rest)
    }
}

impl Table {
    fn new(dialect: Dialect) -> Self {
        let mut by_path: Vec<(String, Vec<usize>)> = Vec::new();
        for (index, operation) in dialect.operations.iter().enumerate() {
            for prefix in dialect.prefixes {
                let path = format!("{prefix}{}", operation.path);
                match by_path.iter_mut().find(|(known, _)| *known == path) {
                    Some((_, indices)) => indices.push(index),
                    None => by_path.push((path, vec![index])),
                }
            }
        }
        let mut router = Router::new();
        for (path, indices) in by_path {
            let added = router.insert(path.clone(), indices);
            added.unwrap_or_else(|error| panic!("{} has a bad path {path}: {error}", dialect.name));
        }
        Self { dialect, router }
    }

    fn find<'a>(&'a self, method: &Method, path: &'a str) -> Found<'a> {
        let trimmed = path
            .strip_suffix('/')
            .filter(|path| !path.is_empty())
            .unwrap_or(path);
        let mut found = Found {
            dialect: &self.dialect,
            path,
            operation: None,
            params: Vec::new(),
            methods: Vec::new(),
        };
        let Ok(matched) = self.router.at(trimmed) else {
            return found;
        };
        let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let params = matched.params.iter();
        found.params = params
            .map(|(key, value)| (key.to_owned(), decode(value)))
            .collect();
        let operations: Vec<_> = matched
            .value
            .iter()
            .map(|index| &self.dialect.operations[*index])
            .collect();
        let wanted = if method == Method::HEAD {
            &Method::GET
        } else {
            method
        };
        found.operation = operations
            .iter()
            .find(|operation| operation.method == *wanted)
            .copied();
        found.methods = operations
            .iter()
            .map(|operation| operation.method.clone())
            .collect();
        found
    }
}
