//! Chinese in one form of its characters.

use std::borrow::Cow;

/// Traditional characters that servers' words have, each followed by its simplified form.
const FORMS: &str = "\
    並并佈布併并個个備备傳传內内別别刪删劃划動动務务員员問问啟启單单嚴严圍围圖图執执\
    場场壞坏實实審审對对帳账幾几庫库廣广後后從从態态憑凭應应戶户損损擁拥擇择擊击據据\
    擠挤攔拦敗败數数時时條条棄弃業业標标檢检權权歸归沒没測测準准滿满為为無无營营狀状\
    現现產产畢毕畫画異异當当發发確确碼码種种稱称積积簽签納纳終终組组結结絕绝絡络經经\
    網网緒绪線线編编緩缓總总繪绘續续義义與与處处號号裝装製制複复規规視视訂订計计訊讯\
    訪访設设許许試试該该誌志認认誤误課课調调請请論论講讲證证識识議议護护讀读變变讓让\
    貝贝負负貨货買买費费貼贴資资賣卖質质賬账購购載载輸输轉转這这連连進进運运過过達达\
    違违遲迟選选還还銷销錄录錯错鑰钥閉闭開开關关陸陆隊队險险響响頁页項项預预領领頭头\
    頻频題题額额類类顯显風风餘余餽馈駁驳驗验體体黃黄點点";

/// A text with simplified characters in place of traditional ones, so that a table has each word
/// once.
pub(crate) fn simplified(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let simple = |c: char| {
        let mut forms = FORMS.chars();
        while let (Some(traditional), Some(simple)) = (forms.next(), forms.next()) {
            if traditional == c {
                return simple;
            }
        }
        c
    };
    Cow::Owned(text.chars().map(simple).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_characters_are_simplified_and_others_stay() {
        assert_eq!(simplified("審核未通過，產生失敗"), "审核未通过，产生失败");
        assert_eq!(simplified("处理中 エラー ошибка"), "处理中 エラー ошибка");
        assert_eq!(FORMS.chars().count() % 2, 0);
    }
}
