//! The native lists that come in pages (`docs/wire/sora.md` §6.2, §6.6, §7.5).

use super::{
    Draft, ListDrafts, ListDraftsV2, ListProfileFeed, ListPublicFeed, ListReferences, ListRemixes,
    ListTasks, Mention, Published, ReferencePicture, SearchProfiles, Task, TaskPage,
};
use crate::api::Paged;

macro_rules! by_cursor {
    ($($operation:ident of $item:ident;)*) => {
        $(impl Paged for $operation {
            type Item = $item;

            fn cursor(&self) -> Option<&str> {
                self.cursor.as_deref()
            }

            fn turn(mut self, page: Self::Output) -> (Vec<$item>, Option<Self>) {
                self.cursor = page.cursor;
                let next = self.cursor.is_some().then_some(self);
                (page.items, next)
            }
        })*
    };
}

by_cursor! {
    ListDrafts of Draft;
    ListDraftsV2 of Draft;
    ListPublicFeed of Published;
    ListProfileFeed of Published;
    ListRemixes of Published;
    SearchProfiles of Mention;
    ListReferences of ReferencePicture;
}

impl Paged for ListTasks {
    type Item = Task;

    fn cursor(&self) -> Option<&str> {
        self.after.as_deref()
    }

    fn turn(mut self, page: TaskPage) -> (Vec<Task>, Option<Self>) {
        let last = page.tasks.last().map(|task| task.id.clone());
        self.after = page.last_id.or(last);
        let next = (page.has_more && self.after.is_some()).then_some(self);
        (page.tasks, next)
    }
}
