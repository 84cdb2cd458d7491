import { timeIn } from './dates.ts';

/** Where a story stood on paper, as a note below it says. */
export interface PrintNote {
  publication: string;
  /** As it is written there. */
  date: string;
  edition: string;
  headline?: string;
  section?: string;
  page?: string;
  /** Words that are stuck to the note and belong to nothing. */
  stray: string[];
  /** What stands there as one word, and is the end of one and the beginning of another. */
  stuck: (readonly [string, string])[];
  /** The note without the values that are taken from it. */
  frame: string;
}

const open = '["\'“”„‟‘’‚«»‹›「『《〈]';
// A mark amid a word is an apostrophe.
const quoted = `${open}(?<headline>.+?)["'”“’‘»«›‹」』》〉](?!(?-i:\\p{Ll}))`;
/** What pages have at the end of the note, often stuck to its last word. */
const strays =
  'Subscribe|Sign up|Log ?in|Read more|Print Edition|Share|Advertisement|Abonnieren|Drucken|Teilen|Anzeige|اشترك|सब्सक्राइब';
/** Without quotation marks a title goes as far as the note, but for such words. */
const bare = `(?!${open})(?<headline>.+?)(?=\\s*[.|]?\\s*(?:(?:${strays})[\\s|.]*)*$)`;
const day = '(?<date>[\\p{L}\\p{M}\\p{N} .,،/-]{6,40}?)';

const withoutTitle = new RegExp(
  `(?:A|This) (?:version of this )?(?:article|story|report) (?:first |also )?(?:appeared|ran|was published|appears) in (?:the )?print (?:edition|version)?(?: of)? (?<publication>.+?) (?:on|of) ${day}[.]`,
  'isu',
);

const notesWith = (title: string): RegExp[] => [
  new RegExp(
    `(?:A|This) (?:version of this )?(?:article|story|report) (?:first |also )?(?:appeared|ran|was published|appears) in (?:the )?print (?:edition|version)?(?: of)? (?<publication>.+?) (?:on|of) ${day}(?:,? (?:on|in) (?:page|Section) (?<page>[\\w\\d, ]{1,30}?)(?: of the (?<section>[^,]+?) (?:section|edition))?)?,? (?:with|under) the (?:headline|title):? ${title}[.]?`,
    'isu',
  ),
  new RegExp(
    `(?:Eine|Diese) (?:Fassung|Version) dieses (?:Artikels|Beitrags|Textes) (?:erschien|ist erschienen|stand) (?:am ${day.replace('<date>', '<date1>')} )?in der (?:Druck|Print|gedruckten )-?(?:ausgabe|Ausgabe)(?: der| des| von)? (?<publication>.+?) (?:(?:am|vom) ${day.replace('<date>', '<date2>')},? )?(?:unter|mit) (?:der|dem) (?:Überschrift|Titel|Schlagzeile) ${title}[.]?(?: erschienen[.]?)?`,
    'isu',
  ),
  new RegExp(
    `(?:ن[ُ]?شرت|ظهرت) نسخة من هذا (?:المقال|التقرير|الخبر) في (?:النسخة|الطبعة) (?:المطبوعة|الورقية) (?:من|لصحيفة) (?<publication>.+?) (?:بتاريخ|في|يوم) ${day}[،,]? (?:بعنوان|تحت عنوان):? ${title}[.]?`,
    'isu',
  ),
  new RegExp(
    `この記事は[、,]?(?<date>\\d{4}年\\d{1,2}月\\d{1,2}日)(?:付)?(?:け)?の?(?:「|『)?(?<publication>.+?)(?:」|』)?(?:の)?(?:紙面|印刷版|本紙|朝刊|夕刊|紙版)(?:に|で)[、,]?${title}(?:という|との|の)?(?:見出し|題)(?:で|として)?(?:掲載|発行)され(?:ました|た)。?`,
    'isu',
  ),
  new RegExp(
    `本文(?:的)?(?:一个|另一)?(?:版本)?(?:曾)?(?:于|刊登于|刊于|發表於|于)(?<date>\\d{4}年\\d{1,2}月\\d{1,2}日)(?:的)?(?:刊登|发表|刊载|出现)?(?:在|于)?[《「](?<publication>.+?)[》」](?:的)?(?:印刷版|纸质版|紙本|印刷版面|报纸)(?:上)?[，,]?(?:标题为|题为|標題為|原标题为?)[：:]?\\s*${title}[。.]?`,
    'isu',
  ),
  new RegExp(
    `इस (?:लेख|ख़बर|खबर|रिपोर्ट) का एक संस्करण (?<date>[\\p{L}\\p{M}\\p{N} .,]{6,40}?) को (?<publication>.+?) के (?:मुद्रित|प्रिंट|छपे) संस्करण में ${title} शीर्षक (?:से|के साथ) (?:प्रकाशित हुआ|छपा)(?: था)?[।.]?`,
    'isu',
  ),
  new RegExp(
    `이 기사(?:의)? (?:(?:한|다른) )?(?:버전|판)?[은는이가]? ?(?<date>\\d{4}년 \\d{1,2}월 \\d{1,2}일)(?:자)? (?<publication>.+?) (?:지면|인쇄판|종이신문)에(?:서)? ${title}(?:이)?라는 제목으로 (?:실렸습니다|게재되었습니다|실렸다|게재됐다)[.]?`,
    'isu',
  ),
  new RegExp(
    `גרסה של (?:כתבה|ידיעה|רשימה|מאמר) (?:זו|זה) (?:הופיעה|פורסמה|התפרסמה) במהדורה המודפסת של (?<publication>.+?) ב-?(?<date>\\d{1,2} \\p{L}+ \\d{4}),? תחת הכותרת:? ${title}[.]?`,
    'isu',
  ),
  new RegExp(
    `(?:Версия|Вариант) этой статьи (?:вышл[аи]|вышел|появил(?:ась|ся)|(?:был[аи]? )?опубликован[аы]?) в печатно[мй] (?:издании|выпуске|номере|версии)(?: газеты| журнала)? ["«„“]?(?<publication>.+?)["»“”]? (?:от )?(?<date>\\d{1,2} \\p{L}+ \\d{4})(?: года| г\\.)?,? под (?:заголовком|названием):? ${title}[.]?`,
    'isu',
  ),
  new RegExp(
    `(?:Μια )?(?:εκδοχή|μορφή) αυτού του (?:άρθρου|κειμένου|ρεπορτάζ) (?:δημοσιεύ[τθ]ηκε|εμφανίστηκε) στην έντυπη έκδοση (?:της|του|των) (?<publication>.+?) (?:στις|την) (?<date>\\d{1,2}η? \\p{L}+ \\d{4}),? με (?:τον )?τίτλο:? ${title}[.]?`,
    'isu',
  ),
];
const notes = [...notesWith(quoted), ...notesWith(bare), withoutTitle];

/** The note on the print edition in a paragraph; `undefined` where there is none. */
export function printNoteIn(text: string): PrintNote | undefined {
  for (const note of notes) {
    const found = note.exec(text);
    const groups = found?.groups;
    const date = groups?.date ?? groups?.date1 ?? groups?.date2;
    const publication = groups?.publication?.trim();
    const time = date ? timeIn(date) : undefined;
    if (!found || !date || !publication || !time || publication.length > 80) continue;
    const { headline, section, page } = groups as Record<string, string | undefined>;
    let frame = found[0];
    for (const value of [publication, date, headline, section, page]) if (value) frame = frame.replace(value, ' … ');
    const before = text.slice(0, found.index);
    const after = text.slice(found.index + found[0].length);
    return {
      publication,
      date,
      edition: time.date,
      ...(headline ? { headline: headline.trim() } : {}),
      ...(section ? { section: section.trim() } : {}),
      ...(page ? { page: page.trim() } : {}),
      stray: [before, after]
        .map((each) => each.replace(/^[\s.。।]+|\s+$/g, ''))
        .filter((each) => /[\p{L}\p{M}\p{N}]/u.test(each)),
      stuck: [[before, found[0]] as const, [found[0], after] as const].flatMap(([left, right]) => {
        const [one, other] = [/\S+$/.exec(left)?.[0], /^\S+/.exec(right)?.[0]];
        return one && other ? [[one, other] as const] : [];
      }),
      frame,
    };
  }
  return undefined;
}
