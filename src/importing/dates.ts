import { instantInZone, instantNamed, isDate, isInstant } from '../newsroom/calendar.ts';

/** What a text tells of a time: a day, or a day and an hour, with an offset from UTC or without. */
export interface ReadTime {
  /** `YYYY-MM-DD`. */
  date: string;
  /** `HH:mm`. */
  time?: string;
  /** `+08:00` or `Z`. */
  offset?: string;
  /** Whether day and month could be taken for one another. */
  isAmbiguous?: boolean;
}

const languages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'ar',
  'ar-SA-u-ca-gregory',
  'he',
  'el',
  'hi',
  'ko',
  'ru',
  'tr',
  'pl',
  'sv',
  'id',
  'ms',
  'vi',
  'fa-u-ca-gregory',
  'ur',
];
let months: Map<string, number> | undefined;

/** Names of months in many languages, long and short, by their number. */
function monthNames(): Map<string, number> {
  if (months) return months;
  months = new Map();
  for (const language of languages)
    for (const style of ['long', 'short'] as const)
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(language, { month: style, day, timeZone: 'UTC' });
        for (let month = 0; month < 12; month += 1) {
          const parts = format.formatToParts(Date.UTC(2019, month, 15));
          const name = nameKey(parts.find(({ type }) => type === 'month')?.value ?? '');
          if (/\p{L}/u.test(name) && !months.has(name)) months.set(name, month + 1);
        }
      }
  // Levantine names of months, "sept" and "märz" as people shorten them.
  const levantine = [
    'كانون الثاني',
    'شباط',
    'آذار',
    'نيسان',
    'أيار',
    'حزيران',
    'تموز',
    'آب',
    'أيلول',
    'تشرين الأول',
    'تشرين الثاني',
    'كانون الأول',
  ];
  levantine.forEach((name, index) => months?.set(nameKey(name), index + 1));
  months.set('sept', 9);
  months.set('mrz', 3);
  return months;
}

function nameKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.\u200e\u200f]/g, '')
    .trim();
}

/** Digits of any script as those of ASCII. */
export function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    if (point < 128) return digit;
    let zero = point;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero -= 1;
    return String(point - zero);
  });
}

/**
 * The time that a text tells, in any of the forms that systems and papers write: ISO 8601, RFC 5322, names of months in many languages,
 * `2019年3月1日`, `01.03.2019`.
 * @returns `undefined` where it tells none
 */
export function timeIn(given: string): ReadTime | undefined {
  const text = plainDigits(given.normalize('NFKC'))
    .replace(/[\u200e\u200f،,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || text.length > 200) return undefined;
  const day = dayIn(text);
  if (!day || !isDate(day.date)) return undefined;
  const rest = text.replace(day.matched, ' ');
  const clock = clockIn(rest);
  return { date: day.date, ...clock, ...(day.isAmbiguous ? { isAmbiguous: true } : {}) };
}

function dayIn(text: string): { date: string; matched: string; isAmbiguous?: boolean } | undefined {
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (iso) return { date: dateOf(iso[1], iso[2], iso[3]), matched: iso[0] };
  const far = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号號]?/.exec(text);
  if (far) return { date: dateOf(far[1], far[2], far[3]), matched: far[0] };
  const compact = /^(\d{4})(\d{2})(\d{2})(?=T|$|\s)/.exec(text);
  if (compact) return { date: dateOf(compact[1], compact[2], compact[3]), matched: compact[0] };
  const names = monthNames();
  // Day, name, year; the day may have a mark behind it.
  for (const each of text.matchAll(
    /(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s*(?:-|\s|de |of )*\s*([\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?)\.?\s*(?:-|\s|de |del )*\s*(\d{4})/giu,
  )) {
    const month = monthNamed(each[2] ?? '', names);
    if (month) return { date: dateOf(each[3], month, each[1]), matched: each[0] };
  }
  for (const each of text.matchAll(/([\p{L}\p{M}]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s+(\d{4})/giu)) {
    const month = names.get(nameKey(each[1] ?? ''));
    if (month) return { date: dateOf(each[3], month, each[2]), matched: each[0] };
  }
  const numbers = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/.exec(text);
  if (numbers) {
    const [matched, first = '', mark, second = '', year] = numbers;
    // Papers that write points put the day first.
    const isMonthFirst = Number(second) > 12;
    const [day, month] = isMonthFirst ? [second, first] : [first, second];
    const isAmbiguous = mark !== '.' && Number(first) <= 12 && Number(second) <= 12 && first !== second;
    return { date: dateOf(year, month, day), matched, isAmbiguous };
  }
  return undefined;
}

function monthNamed(words: string, names: ReadonlyMap<string, number>): number | undefined {
  const first = nameKey(words.split(' ')[0] ?? '');
  // Hebrew writes "in" and the month as one word.
  return names.get(nameKey(words)) ?? names.get(first) ?? names.get(first.replace(/^ב/, ''));
}

function dateOf(year: string | number = '', month: string | number = '', day: string | number = ''): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function clockIn(text: string): Pick<ReadTime, 'time' | 'offset'> {
  const found = /(?<!\d)(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.?(?:m\b)?/i.exec(text);
  if (!found) return {};
  let hour = Number(found[1]);
  const half = found[4]?.toLowerCase();
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  if (hour > 23 || Number(found[2]) > 59) return {};
  const behind = text.slice(found.index + found[0].length);
  const offset = /^\s*(?:(Z|UTC|GMT)(?![\w+-])|(?:UTC|GMT)?\s*([+-])(\d{2}):?(\d{2})?)/i.exec(behind);
  const time = `${String(hour).padStart(2, '0')}:${found[2]}`;
  if (!offset) return { time };
  return { time, offset: offset[2] ? `${offset[2]}${offset[3]}:${offset[4] ?? '00'}` : 'Z' };
}

/** An instant of the paper's zone as an editor writes it; `undefined` where there is no such time. */
export function instantOf({ date, time, offset }: ReadTime, timeZone: string): string | undefined {
  if (offset) {
    const instant = `${date}T${time}:00${offset}`;
    return isInstant(instant) ? instantInZone(instant, timeZone) : undefined;
  }
  return (
    instantNamed(`${date} ${time ?? '00:00'}`, timeZone) ??
    // An hour that the clocks left out.
    (isDate(date) ? instantInZone(`${date}T${time ?? '12:00'}:00Z`, timeZone) : undefined)
  );
}
