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
  /** The note without the values that are taken from it. */
  frame: string;
}

const open = '["\'“”„‟‘’‚«»‹›「『《〈]';
const title = `${open}(?<headline>.+?)["'”“’‘»«›‹」』》〉]`;
const day = '(?<date>[\\p{L}\\p{M}\\p{N} .,،/-]{6,40}?)';

const notes: RegExp[] = [
  new RegExp(
    `(?:A|This) (?:version of this )?(?:article|story|report) (?:first |also )?(?:appeared|ran|was published|appears) in (?:the )?print (?:edition|version)?(?: of)? (?<publication>.+?) (?:on|of) ${day}(?:,? (?:on|in) (?:page|Section) (?<page>[\\w\\d, ]{1,30}?)(?: of the (?<section>[^,]+?) (?:section|edition))?)?,? (?:with|under) the (?:headline|title):? ${title}[.]?`,
    'isu',
  ),
  new RegExp(
    `(?:A|This) (?:version of this )?(?:article|story|report) (?:first |also )?(?:appeared|ran|was published|appears) in (?:the )?print (?:edition|version)?(?: of)? (?<publication>.+?) (?:on|of) ${day}[.]`,
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
];

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
    return {
      publication,
      date,
      edition: time.date,
      ...(headline ? { headline: headline.trim() } : {}),
      ...(section ? { section: section.trim() } : {}),
      ...(page ? { page: page.trim() } : {}),
      stray: [text.slice(0, found.index), text.slice(found.index + found[0].length)]
        .map((each) => each.replace(/^[\s.。।]+|\s+$/g, ''))
        .filter((each) => /[\p{L}\p{N}]/u.test(each)),
      frame,
    };
  }
  return undefined;
}
