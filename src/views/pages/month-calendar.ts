import { dayInWords } from '../../newsroom/calendar.ts';
import { numberIn } from '../../newsroom/numerals.ts';
import { addresses } from '../../newsroom/permalink.ts';
import { wordsOf } from '../../newsroom/words.ts';

/** The days of a month in weeks. */
export interface CalendarView {
  /** The column of the first day, from 1. */
  from: number;
  days: DayView[];
}

/** A day; without an address where it has no stories. */
export interface DayView {
  number: string;
  href?: string;
  count?: string;
  /** The day and its count in words. */
  name?: string;
}

/**
 * @param month `2019-03`
 * @param counts of stories by day, `2019-03-01`
 */
export function calendarOf(month: string, counts: ReadonlyMap<string, number>, language: string): CalendarView {
  const { lists } = wordsOf(language);
  const [year = 0, index = 1] = month.split('-').map(Number);
  const first = new Date(Date.UTC(year, index - 1, 1)).getUTCDay();
  const length = new Date(Date.UTC(year, index, 0)).getUTCDate();
  return {
    from: ((first - firstDayOf(language) + 7) % 7) + 1,
    days: Array.from({ length }, (_, day) => {
      const date = `${month}-${String(day + 1).padStart(2, '0')}`;
      const count = counts.get(date);
      const number = numberIn(day + 1, language);
      if (count === undefined) return { number };
      return {
        number,
        href: addresses.period(date),
        count: numberIn(count, language),
        name: `${dayInWords(date, language)}: ${lists.storyCount(count)}`,
      };
    }),
  };
}

/** The day that weeks begin with, from 0 for Sunday; where a language's regions differ, that of most of its readers. */
function firstDayOf(language: string): number {
  const locale = new Intl.Locale(language) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  return (locale.getWeekInfo?.().firstDay ?? 1) % 7;
}
