//! The files of a crate by their text: the modules, and what each defines, imports,
//! mentions and calls. Tests are left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Attribute, ImplItem, Item, ItemImpl, TraitItem, Type, UseTree, Visibility};

use crate::Outcome;

/// A path such as `crate::flow::call`, without `crate`.
pub type Names = Vec<String>;

/// One file.
#[derive(Debug, Default)]
pub struct File {
    /// The path of the file.
    pub path: PathBuf,
    /// The module in the file, from the root of its crate.
    pub module: Names,
    /// The names that it defines.
    pub defines: BTreeSet<String>,
    /// The names that it imports, and what each stands for.
    pub imports: BTreeMap<String, Import>,
    /// The modules from which it imports everything.
    pub globs: Vec<Names>,
    /// The paths that its code mentions, and the names that it uses by themselves.
    pub mentions: Vec<Mention>,
    /// The methods that it adds to a type: the type's name, and the method's.
    pub methods: Vec<(Names, String)>,
    /// The methods of its traits, and of the types that it defines.
    pub own_methods: BTreeSet<String>,
    /// The methods that it calls.
    pub calls: BTreeMap<String, usize>,
}

/// The meaning of an imported name.
#[derive(Debug, Clone)]
pub struct Import {
    pub path: Names,
    /// Set when it is re-exported (`pub use`): then its users count.
    pub handed_on: bool,
    pub line: usize,
}

/// A path that the code mentions.
#[derive(Debug)]
pub struct Mention {
    pub path: Names,
    pub line: usize,
}

/// Reads the crate whose root is this file, such as `core/src/lib.rs`.
pub fn read(root: &Path, file: &Path) -> Outcome<Vec<File>> {
    let mut files = Vec::new();
    let folder = file.parent().unwrap_or(Path::new(""));
    read_module(root, file, folder, Vec::new(), &mut files)?;
    Ok(files)
}

fn read_module(
    root: &Path,
    path: &Path,
    folder: &Path,
    module: Names,
    files: &mut Vec<File>,
) -> Outcome {
    let at = root.join(path);
    let text = fs::read_to_string(&at).map_err(|error| format!("{}: {error}", path.display()))?;
    let parsed = syn::parse_file(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut file = File {
        path: path.to_owned(),
        module: module.clone(),
        ..File::default()
    };
    let mut children = Vec::new();
    read_items(parsed.items, 0, &mut file, &mut children);
    files.push(file);
    for child in children {
        let mut module = module.clone();
        module.push(child.clone());
        let beside = folder.join(format!("{child}.rs"));
        let inside = folder.join(&child).join("mod.rs");
        let path = match root.join(&beside).exists() {
            true => beside,
            false => inside,
        };
        read_module(root, &path, &folder.join(&child), module, files)?;
    }
    Ok(())
}

/// Reads items; those of a module inside the file are `depth` modules down.
fn read_items(items: Vec<Item>, depth: usize, file: &mut File, children: &mut Vec<String>) {
    for item in items {
        if attributes(&item).iter().any(is_for_tests) {
            continue;
        }
        match item {
            Item::Mod(module) => match module.content {
                None => children.push(module.ident.unraw().to_string()),
                Some((_, items)) => {
                    file.defines.insert(module.ident.unraw().to_string());
                    read_items(items, depth + 1, file, &mut Vec::new());
                }
            },
            Item::Use(import) => {
                let handed_on = !matches!(import.vis, Visibility::Inherited);
                let mut own = File::default();
                read_import(import.tree, &mut Vec::new(), handed_on, &mut own);
                let globs = own.globs.into_iter().map(|path| risen(path, depth));
                file.globs.extend(globs.filter(|path| path != &["self"]));
                for (name, mut import) in own.imports {
                    import.path = risen(import.path, depth);
                    file.imports.entry(name).or_insert(import);
                }
            }
            item => {
                define(&item, file);
                read_tokens(item.into_token_stream(), file);
            }
        }
    }
}

/// Resolves a path from the file's own module.
fn risen(mut path: Names, depth: usize) -> Names {
    for _ in 0..depth {
        match path.first().map(String::as_str) {
            Some("super") => drop(path.remove(0)),
            _ => break,
        }
    }
    if path.is_empty() {
        path.push("self".into());
    }
    path
}

/// True if an item with this attribute is compiled only for tests.
fn is_for_tests(attribute: &Attribute) -> bool {
    let text = attribute.to_token_stream().to_string();
    text.contains("cfg") && text.contains("test") && !text.contains("not (test") && {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '"');
        words.into_iter().any(|word| word == "test")
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn read_import(tree: UseTree, before: &mut Names, handed_on: bool, file: &mut File) {
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.unraw().to_string());
            read_import(*path.tree, before, handed_on, file);
            before.pop();
        }
        UseTree::Group(group) => {
            for tree in group.items {
                read_import(tree, before, handed_on, file);
            }
        }
        UseTree::Glob(_) => file.globs.push(before.clone()),
        UseTree::Name(name) => {
            let line = name.ident.span().start().line;
            let mut path = before.clone();
            let name = match name.ident.unraw().to_string() {
                own if own == "self" => path.last().cloned().unwrap_or_default(),
                name => {
                    path.push(name.clone());
                    name
                }
            };
            let import = Import {
                path,
                handed_on,
                line,
            };
            file.imports.insert(name, import);
        }
        UseTree::Rename(rename) => {
            let line = rename.ident.span().start().line;
            let mut path = before.clone();
            if rename.ident != "self" {
                path.push(rename.ident.unraw().to_string());
            }
            let import = Import {
                path,
                handed_on,
                line,
            };
            // A trait imported only for its methods has no name, and is imported all the same.
            let name = match rename.rename.to_string() {
                name if name == "_" => format!("_{}", rename.ident),
                name => name,
            };
            file.imports.insert(name, import);
        }
    }
}

fn define(item: &Item, file: &mut File) {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Trait(item) => {
            let methods = item.items.iter().filter_map(|item| match item {
                TraitItem::Fn(method) => Some(method.sig.ident.to_string()),
                _ => None,
            });
            file.own_methods.extend(methods);
            &item.ident
        }
        Item::Impl(item) => return define_methods(item, file),
        Item::Macro(item) => match &item.ident {
            Some(name) => name,
            None => return,
        },
        _ => return,
    };
    file.defines.insert(name.to_string());
}

fn define_methods(item: &ItemImpl, file: &mut File) {
    let methods = item.items.iter().filter_map(|item| match item {
        ImplItem::Fn(method) => Some(method.sig.ident.to_string()),
        _ => None,
    });
    let Type::Path(of) = &*item.self_ty else {
        return;
    };
    let of: Names = of
        .path
        .segments
        .iter()
        .map(|part| part.ident.to_string())
        .collect();
    match item.trait_ {
        Some(_) => file.own_methods.extend(methods),
        None => {
            for method in methods {
                file.methods.push((of.clone(), method));
            }
        }
    }
}

/// Finds paths, names and calls of methods, in macros too.
fn read_tokens(tokens: TokenStream, file: &mut File) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is = |at: usize, c: char| matches!(tokens.get(at), Some(TokenTree::Punct(p)) if p.as_char() == c);
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Group(group) => read_tokens(group.stream(), file),
            TokenTree::Ident(name) => {
                let line = name.span().start().line;
                let called = at > 0 && is(at - 1, '.') && !(at > 1 && is(at - 2, '.'));
                if called {
                    let call =
                        matches!(tokens.get(at + 1), Some(TokenTree::Group(_))) || is(at + 1, ':');
                    if call {
                        file.calls.entry(name.to_string()).or_insert(line);
                    }
                } else {
                    let mut path = vec![name.unraw().to_string()];
                    while is(at + 1, ':') && is(at + 2, ':') {
                        let Some(TokenTree::Ident(next)) = tokens.get(at + 3) else {
                            break;
                        };
                        path.push(next.unraw().to_string());
                        at += 3;
                    }
                    file.mentions.push(Mention { path, line });
                }
            }
            _ => {}
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> File {
        let mut file = File::default();
        let parsed = syn::parse_file(text).unwrap();
        read_items(parsed.items, 0, &mut file, &mut Vec::new());
        file
    }

    #[test]
    fn imports_paths_and_calls_are_read_and_tests_are_not() {
        let file = read(
            "use crate::a::{b, c as d}; pub use e::F;\n\
             fn f(x: g::H) { x.call(1); mac!(crate::i::J); }\n\
             impl crate::k::Client { fn verb(&self) {} }\n\
             #[cfg(test)] mod tests { use crate::t::U; }",
        );
        assert_eq!(file.imports["b"].path, ["crate", "a", "b"]);
        assert_eq!(file.imports["d"].path, ["crate", "a", "c"]);
        assert!(file.imports["F"].handed_on && !file.imports.contains_key("U"));
        let paths: Vec<String> = file
            .mentions
            .iter()
            .map(|mention| mention.path.join("::"))
            .collect();
        assert!(paths.contains(&"g::H".to_owned()) && paths.contains(&"crate::i::J".to_owned()));
        assert!(file.calls.contains_key("call"));
        assert_eq!(file.methods[0].1, "verb");
    }
}
