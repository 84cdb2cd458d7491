import type { Article } from './article.ts';
import { commaOf, dayAndMonth } from './calendar.ts';
import { isolated } from './language.ts';

/** Place and day of filing, "Hanoi, 28 February"; `undefined` when the place is not known. */
export function datelineOf({ dateline, language }: Pick<Article, 'dateline' | 'language'>): string | undefined {
  if (!dateline) return undefined;
  return [isolated(dateline.place, language), dateline.date && dayAndMonth(dateline.date, language)]
    .filter(Boolean)
    .join(commaOf(language));
}

/** The place of filing as it stands before a text, "Hanoi –"; `undefined` where it is not known. */
export function openingDatelineOf({ dateline, language }: Pick<Article, 'dateline' | 'language'>): string | undefined {
  return dateline && `${isolated(dateline.place, language)}\u00a0–`;
}
