//! Characters: traditional to simplified, other shapes of the same character, and characters that write the same sound.

use std::sync::LazyLock;

use super::fold::fold;

/// Shapes that are one character, and which no library joins: kept, also written.
///
/// Applied after the conversion to simplified, so a row names only what that leaves.
const VARIANTS: &[(char, &str)] = &[
    ('噶', "嘎尕"),
    ('干', "幹榦乾"),
    ('鲁', "噜嚕"),
    ('罗', "啰囉"),
    ('喇', "剌啦"),
    ('里', "哩裡裏"),
    ('尼', "呢"),
    ('额', "鄂厄"),
    ('克', "尅剋"),
    ('坝', "垻壩"),
    ('图', "圗"),
    ('察', "查"),
    ('扎', "札紥紮"),
    ('宾', "滨濱"),
    ('葱', "蒽蔥"),
    ('犁', "犂梨"),
    ('准', "準"),
    ('别', "別"),
    ('吴', "吳"),
    ('户', "戶"),
    ('青', "靑"),
    ('为', "爲"),
    ('斋', "齋"),
    ('达', "逹"),
    ('台', "臺颱坮"),
];

/// Characters that write the same foreign sound: kept, also written. Weaker than a variant: 哈喇 and 喀拉 are two words.
const SOUND_VARIANTS: &[(char, &str)] = &[
    ('斋', "宰"),
    ('鲁', "卢禄路"),
    ('罗', "洛逻"),
    ('喇', "拉"),
    ('里', "理礼哩利李力立"),
    ('尼', "霓妮"),
    ('玛', "马吗木穆"),
    ('额', "俄"),
    ('克', "客柯科"),
    ('坝', "霸巴"),
    ('达', "大岱"),
    ('台', "泰太"),
    ('图', "土吐"),
    ('布', "伯博柏波卜"),
    ('苏', "素索"),
    ('察', "插"),
    ('罕', "汗干"),
    ('济', "齐吉奇其"),
    ('格', "葛哥"),
    ('犁', "黎"),
    ('胡', "呼扈虎瑚"),
    ('纳', "那"),
    ('伦', "纶"),
    ('楚', "初"),
    ('塔', "他"),
    ('海', "亥"),
    ('尔', "耳儿勒"),
    ('斯', "思司"),
    ('沙', "砂"),
    ('珠', "朱竹"),
    ('霍', "和贺浩"),
    ('套', "陶岛"),
    ('乌', "吾"),
    ('岭', "领"),
];

/// Two words of one sound: 哈喇 is Mongol, 喀喇 Turkic. Joined only in names long enough to be told from others without it.
const SHARED: (char, &str) = ('哈', "喀卡咯");

/// Folded, and simplified by OpenCC's tables.
///
/// ```text
/// 沙賓達巴哈 → 沙宾达巴哈
/// ```
pub(super) fn simplified(text: &str) -> String {
    let folded = fold(text);
    let mut once = hanconv::t2s(&folded);
    // Some rows of the tables lead to the left side of another row.
    for _ in 0..3 {
        let again = hanconv::t2s(&once);
        if again == once {
            break;
        }
        once = again;
    }
    once
}

/// Of a simplified text: every variant in one shape.
pub(super) fn one_shape(simplified: &str) -> String {
    simplified.chars().map(|c| kept(&SHAPES, c)).collect()
}

/// Of a text in one shape: one character for each sound that several may write.
pub(super) fn one_sound(one_shape: &str) -> String {
    let long = one_shape.chars().nth(3).is_some();
    let one = |c| if long && SHARED.1.contains(c) { SHARED.0 } else { kept(&SOUNDS, c) };
    one_shape.chars().map(one).collect()
}

/// A table turned round: also written, kept; sorted.
type Turned = Vec<(char, char)>;

fn turned(table: &[(char, &str)]) -> Turned {
    let mut out: Turned = table.iter().flat_map(|(kept, also)| also.chars().map(move |c| (c, *kept))).collect();
    out.sort_unstable();
    out
}

static SHAPES: LazyLock<Turned> = LazyLock::new(|| turned(VARIANTS));
static SOUNDS: LazyLock<Turned> = LazyLock::new(|| turned(SOUND_VARIANTS));

fn kept(table: &Turned, c: char) -> char {
    table.binary_search_by_key(&c, |(also, _)| *also).map_or(c, |k| table[k].1)
}

/// The first pair of characters in which two texts of one length differ.
pub(super) fn pair(a: &str, b: &str) -> Option<(char, char)> {
    a.chars().zip(b.chars()).find(|(a, b)| a != b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> String {
        one_shape(&simplified(text))
    }

    #[test]
    fn traditional_and_variants_meet() {
        for (a, b) in [
            ("沙賓達巴哈", "沙宾达巴哈"),
            ("齋桑淖爾", "斋桑淖尔"),
            ("圖勒幹", "图勒干"),
            ("特穆爾哩克", "特穆尔里克"),
            ("瑪呢圖", "玛尼图"),
            ("唐努額拉", "唐努鄂拉"),
            ("庫色爾垻", "库色尔坝"),
            ("察罕", "查罕"),
            ("蔥嶺", "葱岭"),
            ("伊犂", "伊犁"),
            ("沙濱", "沙宾"),
            ("扎拉都倫", "札拉都伦"),
        ] {
            assert_eq!(shape(a), shape(b), "{a} {b}");
        }
    }

    #[test]
    fn sound_variants_are_a_second_step() {
        for (a, b) in [
            ("布果素克", "博果苏克"),
            ("柏郭苏克", "伯郭索克"),
            ("珠噜", "珠盧"),
            ("宰桑", "斋桑"),
            ("哈布塔盖", "喀布塔盖"),
        ] {
            assert_ne!(shape(a), shape(b), "{a} {b}");
            assert_eq!(one_sound(&shape(a)), one_sound(&shape(b)), "{a} {b}");
        }
    }

    #[test]
    fn no_row_leads_to_another() {
        for table in [&SHAPES, &SOUNDS] {
            for (also, kept_as) in table.iter() {
                assert_eq!(kept(table, *kept_as), *kept_as, "{also} {kept_as}");
            }
            assert!(table.windows(2).all(|w| w[0].0 != w[1].0), "a character stands in one row");
        }
    }
}
