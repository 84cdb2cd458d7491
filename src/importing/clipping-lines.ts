import { withoutCredit } from '../newsroom/credit.ts';
import { timeIn } from './dates.ts';
import { bare } from './body.ts';

/** What stands between two empty lines of a clipping, or a line of it where its lines are paragraphs. */
export function paragraphsOf(text: string): string[] {
  const blocks = text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .split(/\n[^\S\n]*\n+/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .filter(Boolean),
    )
    .filter((lines) => lines.length > 0);
  const several = blocks.filter((lines) => lines.length > 1);
  const widest = Math.max(0, ...several.flat().map(widthOf));
  const isWrapped = areWrapped(
    several.filter((lines) => isFull(lines, widest)),
    widest,
  );
  return blocks.flatMap((lines, index) => {
    const [above = ''] = blocks[index - 1] ?? [];
    const isList = isRelatedHeading(above) || isCapitals(above);
    return isWrapped && !isList && lines.length > 1 && isFull(lines, widest) ? [joined(lines)] : acrossLines(lines);
  });
}

/** Lines, and in one those of which the next goes on in the middle of a sentence: a long one that does not end, and small letters. */
function acrossLines(lines: string[]): string[] {
  return lines.reduce<string[]>((all, line) => {
    const last = all.at(-1) ?? '';
    const goesOn = widthOf(last) > 40 && /[\p{L}\p{N},،'"’”»)–—-]$/u.test(last) && /^["'“‘«(]?\p{Ll}/u.test(line);
    return goesOn ? [...all.slice(0, -1), joined([last, line])] : [...all, line];
  }, []);
}

/** Whether lines were broken where a page was full: they are of about one length, and sentences run across them. */
function areWrapped(blocks: string[][], widest: number): boolean {
  const inner = blocks.flatMap((lines) => lines.slice(0, -1));
  if (inner.length < 2 || widest > 130 || widest < 24) return false;
  const ended = inner.filter((line) => /[.!?।。！？:]["'”’»」』)]?$/u.test(line)).length;
  return ended < Math.max(1, inner.length * 0.5);
}

/** Whether all lines but the last are as long as a page is wide. */
function isFull(lines: string[], widest: number): boolean {
  return lines.slice(0, -1).every((line) => widthOf(line) > widest * 0.7 && !isCapitals(line));
}

function widthOf(line: string): number {
  return line.replace(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g, 'xx').length;
}

const square = /[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]/;

function joined(lines: string[]): string {
  return lines.reduce((text, line) => {
    // A word that was parted at the end of a line, not one that is written with a hyphen.
    if (/\p{Ll}\u00ad$/u.test(text)) return text.slice(0, -1) + line;
    return square.test(text.at(-1) ?? '') && square.test(line[0] ?? '') ? text + line : `${text} ${line}`;
  });
}

/** Words in capitals alone, in a script that has them. */
export function isCapitals(line: string): boolean {
  const letters = line.match(/\p{L}/gu) ?? [];
  return (
    letters.length >= 3 &&
    /\p{Lu}/u.test(line) &&
    !/\p{Ll}/u.test(line) &&
    letters.every((each) => /\p{Lu}/u.test(each))
  );
}

/** Whether a line ends as a sentence does. */
export function isSentence(line: string): boolean {
  return /[.!?।؟。！？…]["'”’»」』)\]]?$/u.test(line);
}

const relatedWords =
  /^(?:see also|read also|read more|read next|related(?: stories| articles| news| coverage)?|more on this(?: story| topic)?|also read|more from .{2,40}|lesen sie auch|mehr zum thema|siehe auch|lesen sie mehr|weitere artikel|اقرأ أيضا(?:ً)?|اقرا ايضا|أخبار ذات صلة|مواضيع ذات صلة|مقالات ذات صلة|関連記事|関連ニュース|あわせて読みたい|こちらもおすすめ|相关阅读|相关新闻|相关报道|延伸阅读|相關新聞|相關閱讀|延伸閱讀|यह भी पढ़ें|ये भी पढ़ें|संबंधित खबरें|संबंधित समाचार|lire aussi|à lire aussi|lea también|(?:leia|veja) também|leggi anche|lees ook|läs (?:också|även)|ayrıca okuyun|ilgili haberler|(?:đọc|xem) thêm|baca juga|te puede interesar|(?:관련|주요) ?기사|함께 보기|קראו גם|ראו גם|читайте также|смотрите также|материалы по теме|διαβ[άα]στε επ[ίι]σης|σχετικ[άα] [άα]ρθρα)\s*[:：]?$/iu;

/** The headline of another story, where a line names it behind such words. */
export function relatedIn(line: string): { heading: string; title: string } | undefined {
  const [, heading = '', title = ''] = /^([^:：]{3,30}?)\s*[:：]\s*(\S.{2,158})$/u.exec(line) ?? [];
  return isRelatedHeading(heading) && !/[.।。]$/u.test(title) ? { heading, title } : undefined;
}

/** Whether a line stands over headlines of other stories. */
export function isRelatedHeading(line: string): boolean {
  return relatedWords.test(line.replace(/^[■▼◆●★►▶\s]+/u, ''));
}

const calls = [
  /\b(?:join|follow|subscribe|sign up|get|download)\b[^]*\b(?:channel|telegram|whatsapp|newsletters?|our app|facebook|twitter|instagram|google news)\b/i,
  /(?:abonnieren|folgen|treten)[^]*(?:kanal|newsletter|telegram|whatsapp)|(?:kanal|newsletter|telegram|whatsapp)[^]*(?:abonnieren|folgen|beitreten)/i,
  /(?:انضم|انضموا|تابع|تابعوا|اشترك|اشتركوا)[^]*(?:قناة|قناتنا|تلغرام|تليغرام|تيليجرام|واتساب|النشرة)/,
  /(?:フォロー|登録|参加|購読)[^]*(?:チャンネル|LINE|テレグラム|Telegram|ニュースレター)|(?:チャンネル|LINE|Telegram|テレグラム|ニュースレター)[^]*(?:フォロー|登録|参加|購読)/,
  /(?:关注|訂閱|订阅|加入|追踪|追蹤)[^]*(?:频道|頻道|公众号|Telegram|微信|电报|通讯)/i,
  /(?:चैनल|टेलीग्राम|व्हाट्सएप|वॉट्सऐप|न्यूज़लेटर)[^]*(?:जुड़ें|जुड़िए|जुड़े|फॉलो|सब्सक्राइब|सदस्य)/,
  /(?:rejoignez|suivez|abonnez)[^]*(?:chaîne|canal|newsletter|telegram|whatsapp)|(?:únase|únete|síganos|suscríbase)[^]*(?:canal|boletín|telegram|whatsapp)/i,
  /(?:채널|텔레그램|카카오톡|뉴스레터)[^]*(?:구독|가입|팔로우|참여)/,
  /(?:הצטרפו|הירשמו|עקבו)[^]*(?:ערוץ|טלגרם|וואטסאפ|ניוזלטר)/,
  /(?:подпи[шс]|присоединяйтесь|следите)[^]*(?:канал|телеграм|telegram|рассылк|whatsapp)/i,
  /(?:γίνετε μέλος|εγγραφείτε|ακολουθήστε)[^]*(?:κανάλι|telegram|newsletter|whatsapp|viber)/i,
];

/** Whether a paragraph asks readers to follow the paper somewhere. */
export function isCall(text: string): boolean {
  return text.length < 260 && calls.some((call) => call.test(text));
}

const provider =
  /^(?:(?:video|watch|film|vidéo|vídeo|動画|映像|视频|影片|視頻|فيديو|شاهد|वीडियो|영상)\s*[:：]?\s*)?(?:by |von |من )?(?:YouTube|Vimeo|Facebook|Twitter|X|Instagram|TikTok|Dailymotion|Reuters|AFP(?:TV)?|AP|dpa|EPA|Brightcove|JW ?Player|Bilibili|NHK|ロイター|共同通信|رويترز|रॉयटर्स|路透社|新华社)(?:\s*(?:video|動画|视频))?$/i;
const labelled = /^(?:video|film|vidéo|vídeo|動画|映像|视频|影片|視頻|فيديو|वीडियो|영상)\s*[:：]\s*[^.!?。]{2,60}$/i;

/** Whether a line names who shows a film. */
export function isProvider(line: string): boolean {
  return provider.test(line) || labelled.test(line);
}

/** Whether a text is a caption that ends in a credit. */
export function isCaption(text: string): boolean {
  return text.length < 600 && withoutCredit(text).credit !== undefined;
}

/** Whether a line says again what stands below it as a caption. */
export function isSameCaption(line: string, below: string): boolean {
  return bare(line) !== '' && (bare(line) === bare(withoutCredit(below).caption) || bare(line) === bare(below));
}

const byWords =
  /^(?:by|von|par|por|di|door|av|written by|text:|reported by|της|του|γράφει (?:ο|η)|автор|текст|بقلم|كتب|كتبت|तैयारकर्ता|लेखक|द्वारा|文|作者|撰文|記者|记者|本报记者|編輯|編集|執筆|글|מאת)\s*[:：／/]?\s+(.{2,100})$|^(?:文|作者|撰文|記者|记者|本报记者|執筆)\s*[:：／/＝=]?\s*(.{2,40})$|^(.{2,30}?)\s*(?:記者|记者|기자|특파원)(?:\s*报道)?(?:\s+\S+@\S+)?$/iu;

/** What somebody does, behind a name. */
const roles =
  /\b(?:correspondents?|editors?|reporters?|writers?|columnists?|producers?|staff|redakteur(?:in)?|korrespondent(?:in)?|reporterin|journaliste?|envoyée? spéciale?|correspondante?|corresponsal|redactora?|periodista|inviat[oa]|verslaggever|redacteur)\b/iu;

/** The names in a line that says who wrote the story. */
export function namesIn(line: string): { names: string[]; rest: string } | undefined {
  if (line.length > 120 || isSentence(line.replace(/\b\p{Lu}\.$/u, ''))) return undefined;
  const found = byWords.exec(line);
  const said = found?.[1] ?? found?.[2] ?? found?.[3];
  if (!said || timeIn(said)) return undefined;
  const names = splitNames(said).filter((name, index) => index === 0 || !roles.test(name));
  let rest = line;
  for (const name of names) rest = rest.replace(name, ' ');
  return { names, rest: rest.trim() };
}

/** The names in a line that holds nothing else but a place, as papers set them above the date. */
export function bareNamesIn(line: string): { names: string[]; rest: string } | undefined {
  const [, said = '', rest = ''] = /^(.+?)((?:,? (?:in|à|en|a|i) [\p{L} .'’-]+)?)$/u.exec(line) ?? [];
  const names = splitNames(said);
  const isName = (name: string) =>
    /^\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|van|von|der|den|de|da|dos|di|del|la|bin|ibn|al)){1,3}$/u.test(
      name,
    );
  return line.length < 90 && names.length > 0 && names.every(isName) ? { names, rest: rest.trim() } : undefined;
}

/** Names that stand in one text: "A, B and C". */
export function splitNames(text: string): string[] {
  return text
    .split(/\s*(?:[,;、，；|&]|\s+(?:and|und|et|y|e|en|och|و|और|및)\s+|\s*和\s*|\s+with\s+)\s*/iu)
    .map((name) => name.replace(/^(?:by|von|par|por)\s+/i, '').trim())
    .filter(Boolean);
}

const buttons =
  /^(?:share|save|print|listen|comments?|share this (?:article|story)|teilen|merken|drucken|anhören|partager|enregistrer|imprimer|écouter|compartir|guardar|imprimir|condividi|salva|stampa|delen|bewaren|dela|spara|공유|인쇄|シェア|保存|印刷|分享|收藏|打印|شارك|حفظ|שתפו|поделиться|сохранить)$|^(?:temps de lecture|reading time|lesezeit|tiempo de lectura|tempo di lettura|leestijd|lästid)\s*:?\s*\d{1,3}\s*\p{L}*\.?$|^\d{1,3}[ -]min(?:ute[ns]?)? (?:read|lesezeit|lesedauer|de lecture)$/iu;
const rights =
  /^(?:copyright|©|\(c\)|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|alle rechten voorbehouden)[^]{0,120}$/iu;

/** A line that a page has around a story: a button, how long it takes to read, whose the rights are. */
export function isFurniture(line: string): boolean {
  return buttons.test(line) || (rights.test(line) && !isCaption(line));
}

/** A line that says where a page stands in its site. */
export function isTrail(line: string): boolean {
  return line.length < 100 && /^[^|>›»/]{1,40}(?:\s*[|>›»]\s*[^|>›»/]{1,40}){2,}$/u.test(line);
}

const updates =
  /(?<!\p{L})(?:(?:last )?(?:updated|modified)|(?:zuletzt )?(?:aktualisiert|geändert)|mis à jour|modifié|actualizado|aggiornato|bijgewerkt|uppdaterad|atualizado)(?!\p{L})|更新|수정|تحديث|अपडेट|अद्यतन|обновлен|עודכן|ενημερώθηκε/iu;
const publications =
  /published|veröffentlicht|publié|publicado|pubblicato|gepubliceerd|نشر|发布|公開|प्रकाशित|опубликован/iu;

/** What a line of dates tells: when a story came out, and when it was changed; what stands there for neither is when it came out. */
export function datesIn(line: string): { published?: string; updated?: string } {
  const at = line.search(updates);
  if (at < 0) return { published: line };
  const [before, behind] = [line.slice(0, at), line.slice(at)];
  if (timeIn(before) && timeIn(behind)) return { published: before, updated: behind };
  return publications.test(line) ? { published: line } : { updated: line };
}

/** A line that tells when a story came out, and little else. */
export function isDateLine(line: string): boolean {
  const { published, updated } = datesIn(line);
  const count = published && updated ? 2 : 1;
  return (
    line.length < 90 * count &&
    timeIn(line) !== undefined &&
    (line.match(/\p{L}+/gu) ?? []).length <= 12 * count &&
    !isSentence(line.replace(/\.m\.$/, ''))
  );
}
