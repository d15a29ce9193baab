//! All operations by name.

use super::Descriptor;

/// Every operation of every dialect, in the order of the documents.
pub fn operations() -> impl Iterator<Item = &'static Descriptor> {
    [
        super::sora::OPERATIONS,
        super::mirror::OPERATIONS,
        super::sora2api::OPERATIONS,
        super::skyriff::OPERATIONS,
        super::relay::OPERATIONS,
        super::openai::OPERATIONS,
    ]
    .into_iter()
    .flatten()
}

/// Finds an operation by name.
pub fn find(name: &str) -> Option<&'static Descriptor> {
    operations().find(|operation| operation.meta.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{Meta, ReplyKind};

    #[test]
    fn what_is_answered_piece_by_piece_can_be_had_so() {
        for operation in operations() {
            let Meta { name, reply, .. } = operation.meta;
            assert_eq!(
                operation.content.is_some(),
                *reply == ReplyKind::Media,
                "{name}"
            );
        }
    }
}
