//! The ending of an answer: with a result, with words alone, or without what was requested.

use super::links::kind_of_url;
use super::progress::{beside_progress, percent_in};
use super::refusal::{refused, stands_in_refusal};
use super::result::ChatResult;
use crate::api::ended;
use crate::model::{Error, ErrorKind};

/// Everything that a chat said until its end.
#[derive(Debug, Default)]
pub(super) struct Said<'a> {
    /// The text of the first answer.
    pub(super) text: &'a str,
    /// The texts of further answers.
    pub(super) others: &'a str,
    /// The text beside the answer, about the progress of the generation.
    pub(super) reasoning: &'a str,
    /// Set when something other than the text reported a generation.
    pub(super) generates: bool,
    /// Set when the answer ended because it had grown too long.
    pub(super) cut: bool,
}

/// True if an answer that ends for this reason was cut off.
pub(super) fn is_cut(finish_reason: Option<&str>) -> bool {
    matches!(finish_reason, Some("length" | "max_tokens"))
}

impl Said<'_> {
    /// The error of an answer that ended without a result: a refusal in words, no words at
    /// all, or a generation that produced nothing. Asking for media and getting none is no
    /// success, whatever the words are; they tell the kind.
    pub(super) fn failure(&self) -> Option<Error> {
        if let Some(error) = self.refusal() {
            return Some(error);
        }
        let text = self.text.trim();
        if text.is_empty() && self.others.trim().is_empty() {
            let reasoning = last_words(self.reasoning);
            let what = "the answer ended without content".to_owned();
            return Some(match reasoning.is_empty() {
                true => Error::new(ErrorKind::UnexpectedResponse, what),
                false => ended(None, &format!("{what}; before it: {reasoning}")),
            });
        }
        let generates = self.generates || percent_in(text).is_some();
        if !generates || self.has_result() {
            return None;
        }
        let said = beside_progress(text);
        let said = said.trim();
        if is_other_answer(said) {
            return None;
        }
        let what = "the generation ended without a video or an image";
        Some(match said.is_empty() {
            true => Error::new(ErrorKind::GenerationFailed, what),
            false => ended(None, said),
        })
    }

    /// The refusal in the words, if they are one.
    pub(super) fn refusal(&self) -> Option<Error> {
        let of_text = refused(self.text).filter(|_| {
            !self.has_result() || stands_in_refusal(self.text, &ChatResult::read(self.text))
        });
        let of_reasoning = || {
            let silent = self.text.trim().is_empty() && !self.has_result();
            silent.then(|| refused(self.reasoning)).flatten()
        };
        of_text.or_else(of_reasoning).or_else(|| {
            let cut = self.cut && !self.has_whole_result();
            cut.then(|| {
                let text = match self.text.trim() {
                    "" => "the answer was cut off before it held a result",
                    text => text,
                };
                ended(Some("length"), text)
            })
        })
    }

    /// True if a generation was reported and its result is not there yet: some servers write a
    /// reason to end into every event.
    pub(super) fn goes_on(&self) -> bool {
        (self.generates || percent_in(self.text).is_some()) && !self.has_whole_result()
    }

    /// True if the text contains a result that was not cut off.
    pub(super) fn has_whole_result(&self) -> bool {
        let result = ChatResult::read(self.text);
        result.character.is_some()
            || !ChatResult::read(self.others).is_empty()
            || result.media.iter().any(|media| {
                !self.text.trim_end().ends_with(&media.url) || kind_of_url(&media.url).is_some()
            })
    }

    fn has_result(&self) -> bool {
        !ChatResult::read(self.text).is_empty() || !ChatResult::read(self.others).is_empty()
    }
}

/// True if the words answer something other than a request for media: a character was
/// made, or a prompt written.
fn is_other_answer(said: &str) -> bool {
    let lower = said.to_lowercase();
    let character = ["角色", "character", "cameo"]
        .iter()
        .any(|word| lower.contains(word));
    let made = ["成功", "完成", "created", "ready", "updated"];
    let prompt = [
        "prompt:",
        "prompt：",
        "提示词:",
        "提示词：",
        "enhanced prompt",
        "提示词已",
    ];
    (character && made.iter().any(|word| lower.contains(word)))
        || prompt.iter().any(|word| lower.contains(word))
}

/// The last line of a text.
fn last_words(text: &str) -> String {
    let said = beside_progress(text);
    said.lines()
        .next_back()
        .unwrap_or_default()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(text: &str) -> Option<Error> {
        let said = Said {
            text,
            ..Said::default()
        };
        said.failure()
    }

    #[test]
    fn a_generation_without_a_result_is_no_success() {
        for (text, says) in [
            ("> 进度 10%\n> 进度 90%", "without a video"),
            ("> 进度 10%\nwhales", "whales"),
            ("Progress: 10%\nThe engine gave up on whales.", "whales"),
            (
                "> 进度 10%\n❌ whales ![e](https://x.example/error.png)",
                "whales",
            ),
        ] {
            let error = failure(text).unwrap_or_else(|| panic!("{text}"));
            assert!(error.reason().contains(says), "{text}: {error}");
        }
        for text in [
            "All tokens are available for video generation.",
            "a longer prompt about a cat",
            "> 进度 100%\nhttps://a/v.mp4",
            "> 进度 100%\n角色创建成功，角色名 @cat",
            "❌ 第一次失败\nhttps://a/v.mp4",
            "Your video \"Error: 404 the movie\" is ready: https://a/v.mp4",
            "> 失败次数: 0\n![x](https://a/i.png)",
        ] {
            assert!(failure(text).is_none(), "{text}");
        }
    }

    #[test]
    fn an_answer_that_was_cut_off_before_its_result_is_no_success() {
        let said = |text| Said {
            text,
            cut: true,
            ..Said::default()
        };
        let error = said("whales").failure().unwrap();
        assert_eq!(error.code(), Some("length"));
        assert!(error.reason().contains("whales"), "{error}");
        assert!(said("").failure().is_some());
        assert!(said("https://a/v.mp4").failure().is_none());
        assert!(said("<video src='https://cdn.exam").failure().is_some());
    }

    #[test]
    fn what_a_refusal_links_to_is_no_result() {
        for text in [
            "生成失败：参考视频 https://cdn.example/in.mp4 无法读取",
            "❌ 生成失败，请查看教程 https://help.example/tutorial.mp4",
            "生成失败<br><video src=\"https://cdn.example/in.mp4\"></video>",
            "Generation failed. Input: ![](https://cdn.example/in.png) Reason: face detected",
            "> 进度 10%\nError: cannot read https://cdn.example/in.mp4",
        ] {
            assert!(failure(text).is_some(), "{text}");
        }
        for text in [
            "❌ 去水印失败，视频：https://a/v.mp4",
            "❌ Publishing failed. Video: https://a/v.mp4",
            "❌ 第一次失败\n✅ https://a/v.mp4",
        ] {
            assert!(failure(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_preview_is_no_result_of_what_failed() {
        assert!(failure("生成失败\n![preview](https://a/p.jpg)").is_some());
        assert!(failure("第一张生成失败\n![image](https://a/i.png)").is_none());
    }

    #[test]
    fn what_only_the_reasoning_says_is_told() {
        let said = Said {
            reasoning: "10%\n⚠️ 生成失败：内容违规",
            ..Said::default()
        };
        let error = said.failure().unwrap();
        assert_eq!(error.kind(), ErrorKind::ContentPolicy);
        assert!(error.reason().contains("内容违规"), "{error}");
        let said = Said {
            reasoning: "10%\nwhales",
            ..Said::default()
        };
        assert!(said.failure().unwrap().reason().contains("whales"));
    }
}
