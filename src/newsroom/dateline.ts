import type { Article } from './article.ts';
import { dayAndMonth } from './calendar.ts';

/** Place and day of filing, "Hanoi, 28 February"; `undefined` when the place is not known. */
export function datelineOf({ dateline, language }: Pick<Article, 'dateline' | 'language'>): string | undefined {
  if (!dateline) return undefined;
  const comma = /^(ar|fa|ur)\b/.test(language) ? '، ' : /^(ja|zh)\b/.test(language) ? '　' : ', ';
  return [dateline.place, dateline.date && dayAndMonth(dateline.date, language)].filter(Boolean).join(comma);
}
