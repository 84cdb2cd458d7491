import dayjs from 'dayjs';
import advancedFormat from 'dayjs/plugin/advancedFormat.js';
import utc from 'dayjs/plugin/utc.js';
import { isInstant } from './instant.ts';
import { languageOf } from './languages.ts';
import type { DateManner } from './languages/language.ts';
import { digitsIn } from './numerals.ts';

export { epoch, faultOfInstant, isDate, isInstant, isTimeZone, latestOf } from './instant.ts';

dayjs.extend(utc);
dayjs.extend(advancedFormat);

/** Where and in what language a time is told. */
export interface TimeSetting {
  /** BCP 47. */
  language: string;
  /** IANA name, "Asia/Singapore". */
  timeZone: string;
  /** What readers call the zone, "SGT"; its distance from UTC is given when absent. */
  timeZoneName?: string;
}

const plain: Required<DateManner> = {
  locale: 'en-gb',
  date: 'D MMMM YYYY',
  day: 'dddd D MMMM YYYY',
  dayAndMonth: 'D MMMM',
  month: 'MMMM YYYY',
  year: 'YYYY',
  hour: ', HH:mm',
};

/** A time told in a language, in its digits; in British English where the language has no manner here. */
function told(time: dayjs.Dayjs, language: string, formatIn: (manner: Required<DateManner>) => string): string {
  const { dates: manner } = languageOf(language);
  const { locale, ...formats } = { ...plain, ...manner };
  const text = time.locale(locale).format(formatIn({ locale, ...formats }));
  return manner ? digitsIn(text, language) : text;
}

const dates = new Map<string, string>();

/** A plain date in words, "28 February 2019". `date` is ISO 8601 `YYYY-MM-DD`, and no zone moves it. */
export function dateInWords(date: string, language: string): string {
  // A day has many stories, and each stands beside others.
  const key = `${date} ${language}`;
  const words = dates.get(key) ?? told(dayjs.utc(date), language, (manner) => manner.date);
  dates.set(key, words);
  return words;
}

/** A plain date with its weekday, "Friday 1 March 2019". */
export function dayInWords(date: string, language: string): string {
  return told(dayjs.utc(date), language, (manner) => manner.day);
}

/** Day and month without the year, "28 February". */
export function dayAndMonth(date: string, language: string): string {
  return told(dayjs.utc(date), language, (manner) => manner.dayAndMonth);
}

/** The month of a date with its year, "February 2019"; `YYYY-MM` will do. */
export function monthInWords(date: string, language: string): string {
  return told(dayjs.utc(date), language, (manner) => manner.month);
}

/** The year of a date, "2019", "2019年"; `YYYY` will do. */
export function yearInWords(date: string, language: string): string {
  return told(dayjs.utc(date), language, (manner) => manner.year);
}

/**
 * An instant as the paper's clock showed it, "28 February 2019, 22:40 SGT".
 * @param instant RFC 3339 with an offset.
 */
export function instantInWords(instant: string, { language, timeZone, timeZoneName }: TimeSetting): string {
  const time = inZone(instant, timeZone);
  return timeZoneName
    ? `${told(time, language, ({ date, hour }) => date + hour)} ${timeZoneName}`
    : told(time, language, ({ date, hour }) => `${date}${hour} [UTC]Z`);
}

/** The hour of an instant on the paper's clock, "22:40", for where its day and zone are told already. */
export function hourInWords(
  instant: string,
  { language, timeZone }: Pick<TimeSetting, 'language' | 'timeZone'>,
): string {
  return told(inZone(instant, timeZone), language, ({ hour }) => hour).replace(/^[,،\s]+/, '');
}

const clocks = new Map<string, Intl.DateTimeFormat>();

// dayjs.tz asks for a new formatter each time, which takes ten times as long.
function inZone(instant: string, timeZone: string): dayjs.Dayjs {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  clocks.set(timeZone, clock);
  const [, sign, hours = '0', minutes = '0'] =
    /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(clock.format(new Date(instant))) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  // dayjs takes numbers up to 16 for hours.
  return Math.abs(offset) <= 16 ? dayjs.utc(instant).add(offset, 'minute') : dayjs.utc(instant).utcOffset(offset);
}

/** What parts a place or a publication from a day. */
export function commaOf(language: string): string {
  return languageOf(language).comma ?? ', ';
}

/** The plain date `YYYY-MM-DD` that an instant fell on in a time zone. */
export function dateOfInstant(instant: string, timeZone: string): string {
  return inZone(instant, timeZone).format('YYYY-MM-DD');
}

/** An instant to the minute as an editor writes it, with the offset of a time zone: `2019-03-01T05:00:00+08:00`. */
export function instantInZone(instant: string, timeZone: string): string {
  return inZone(instant, timeZone).format('YYYY-MM-DDTHH:mm:00Z');
}

/**
 * An instant that an editor names, to the minute and with its offset: an RFC 3339 instant, or a time on the clocks of a zone, `2026-12-05 05:00`.
 * Of the two hours that a clock shows when it is set back, the first.
 * @returns `undefined` where it is neither, or an hour that the clock of the zone leaves out
 */
export function instantNamed(text: string, timeZone: string): string | undefined {
  if (isInstant(text)) return instantInZone(text, timeZone);
  const local = text.replace(' ', 'T');
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) || !isInstant(`${local}Z`)) return undefined;
  // What the clock shows is at most a day from UTC, and the offset changes at most once between.
  const guesses = [-1440, 1440].map((minutes) => dayjs.utc(local).add(minutes, 'minute').toISOString());
  return guesses
    .map((near) => `${local}:00${instantInZone(near, timeZone).slice(19)}`)
    .map((guess) => instantInZone(new Date(guess).toISOString(), timeZone))
    .find((instant) => instant.startsWith(local));
}

/** Whole years gone by between two instants; 0 when `until` comes first. */
export function wholeYears(since: string, until: string): number {
  return Math.max(0, dayjs(until).diff(dayjs(since), 'year'));
}
