import { describe, expect, it } from 'vitest';
import {
  dateInWords,
  dateOfInstant,
  dayAndMonth,
  dayInWords,
  instantInWords,
  isDate,
  isInstant,
  isTimeZone,
  monthInWords,
  wholeYears,
  yearInWords,
} from '../../../src/newsroom/calendar.ts';

const singapore = { language: 'en-GB', timeZone: 'Asia/Singapore', timeZoneName: 'SGT' };

describe('a date in words', () => {
  it.each([
    ['en-GB', '1 March 2019', 'Friday 1 March 2019', '1 March', 'March 2019', '2019'],
    ['en-AU', '1 March 2019', 'Friday 1 March 2019', '1 March', 'March 2019', '2019'],
    ['en-US', 'March 1, 2019', 'Friday, March 1, 2019', 'March 1', 'March 2019', '2019'],
    ['de', '1. März 2019', 'Freitag, 1. März 2019', '1. März', 'März 2019', '2019'],
    ['de-CH', '1. März 2019', 'Freitag, 1. März 2019', '1. März', 'März 2019', '2019'],
    ['fr', '1er mars 2019', 'vendredi 1er mars 2019', '1er mars', 'mars 2019', '2019'],
    ['fr-CA', '1er mars 2019', 'vendredi 1er mars 2019', '1er mars', 'mars 2019', '2019'],
    ['es', '1 de marzo de 2019', 'viernes, 1 de marzo de 2019', '1 de marzo', 'marzo de 2019', '2019'],
    ['es-MX', '1 de marzo de 2019', 'viernes, 1 de marzo de 2019', '1 de marzo', 'marzo de 2019', '2019'],
    ['ar', '1 مارس 2019', 'الجمعة، 1 مارس 2019', '1 مارس', 'مارس 2019', '2019'],
    ['ar-EG', '١ مارس ٢٠١٩', 'الجمعة، ١ مارس ٢٠١٩', '١ مارس', 'مارس ٢٠١٩', '٢٠١٩'],
    ['he', '1 במרץ 2019', 'יום שישי, 1 במרץ 2019', '1 במרץ', 'מרץ 2019', '2019'],
    ['hi', '1 मार्च 2019', 'शुक्रवार, 1 मार्च 2019', '1 मार्च', 'मार्च 2019', '2019'],
    ['ja', '2019年3月1日', '2019年3月1日 金曜日', '3月1日', '2019年3月', '2019年'],
    ['ko', '2019년 3월 1일', '2019년 3월 1일 금요일', '3월 1일', '2019년 3월', '2019년'],
    ['zh-Hans', '2019年3月1日', '2019年3月1日 星期五', '3月1日', '2019年3月', '2019年'],
    ['zh-Hant', '2019年3月1日', '2019年3月1日 星期五', '3月1日', '2019年3月', '2019年'],
    ['xx', '1 March 2019', 'Friday 1 March 2019', '1 March', 'March 2019', '2019'],
  ])('in %s is %s, with its weekday %s, then %s, %s and %s', (language, whole, day, short, month, year) => {
    expect([
      dateInWords('2019-03-01', language),
      dayInWords('2019-03-01', language),
      dayAndMonth('2019-03-01', language),
      monthInWords('2019-03-01', language),
      yearInWords('2019-03-01', language),
    ]).toEqual([whole, day, short, month, year]);
  });

  it('has an ordinal for no other day in French', () =>
    expect(dateInWords('2019-02-28', 'fr')).toBe('28 février 2019'));

  it('takes a month or a year without a day', () => {
    expect(monthInWords('2019-03', 'en')).toBe('March 2019');
    expect(yearInWords('2019', 'ko')).toBe('2019년');
  });
});

describe('an instant in words', () => {
  it('is told by the paper’s clock and names its zone', () => {
    expect(instantInWords('2019-02-28T14:40:00Z', singapore)).toBe('28 February 2019, 22:40 SGT');
  });

  it('may fall on another day than where it was written', () => {
    expect(instantInWords('2019-02-28T18:30:00Z', singapore)).toBe('1 March 2019, 02:30 SGT');
    expect(dateOfInstant('2019-02-28T18:30:00Z', 'Asia/Singapore')).toBe('2019-03-01');
  });

  it.each([
    ['Europe/Berlin', '2025-01-10T12:00:00Z', '10 January 2025, 13:00 UTC+01:00'],
    ['Europe/Berlin', '2025-07-10T12:00:00Z', '10 July 2025, 14:00 UTC+02:00'],
    ['America/St_Johns', '2025-01-10T12:00:00Z', '10 January 2025, 08:30 UTC-03:30'],
    ['Asia/Kathmandu', '2025-01-10T12:00:00Z', '10 January 2025, 17:45 UTC+05:45'],
    ['UTC', '2025-01-10T12:00:00Z', '10 January 2025, 12:00 UTC+00:00'],
  ])('in %s tells the distance from UTC where the zone has no name', (timeZone, instant, words) => {
    expect(instantInWords(instant, { language: 'en-GB', timeZone })).toBe(words);
  });

  it.each([
    ['en-US', 'February 28, 2019, 22:40 SGT'],
    ['de', '28. Februar 2019, 22:40 Uhr SGT'],
    ['fr', '28 février 2019 à 22h40 SGT'],
    ['es', '28 de febrero de 2019, 22:40 SGT'],
    ['ar', '28 فبراير 2019، 22:40 SGT'],
    ['ar-EG', '٢٨ فبراير ٢٠١٩، ٢٢:٤٠ SGT'],
    ['he', '28 בפברואר 2019, 22:40 SGT'],
    ['hi', '28 फ़रवरी 2019, 22:40 SGT'],
    ['ja', '2019年2月28日 22:40 SGT'],
    ['ko', '2019년 2월 28일 22:40 SGT'],
    ['zh', '2019年2月28日 22:40 SGT'],
  ])('in %s is %s', (language, words) =>
    expect(instantInWords('2019-02-28T14:40:00Z', { ...singapore, language })).toBe(words),
  );

  it('tells the distance from UTC in the digits of the language', () =>
    expect(instantInWords('2019-02-28T14:40:00Z', { language: 'ar-EG', timeZone: 'Asia/Singapore' })).toBe(
      '٢٨ فبراير ٢٠١٩، ٢٢:٤٠ UTC+٠٨:٠٠',
    ));
});

describe('what editors type for a time', () => {
  it.each(['2019-03-01', '2024-02-29'])('%s is a date', (text) => expect(isDate(text)).toBe(true));
  it.each(['2019-02-29', '2019-02-30', '2019-13-01', '2019-3-1', '01-03-2019', ''])('%s is none', (text) =>
    expect(isDate(text)).toBe(false),
  );
  it.each(['2019-03-01T05:00:00+08:00', '2019-03-01T05:00Z', '2019-03-01T23:59:59-03:30'])('%s is an instant', (text) =>
    expect(isInstant(text)).toBe(true),
  );
  it.each([
    '2019-03-01T05:00:00',
    '2019-03-01',
    '2019-02-30T05:00:00Z',
    '2019-03-01T24:00:00Z',
    '2019-03-01T05:60:00Z',
    '2019-03-01 05:00:00Z',
    '2019-03-01T05:00:00+15:00',
  ])('%s is none', (text) => expect(isInstant(text)).toBe(false));
  it('knows zones that exist', () => {
    expect(isTimeZone('Asia/Singapore')).toBe(true);
    expect(isTimeZone('Asia/Atlantis')).toBe(false);
  });
});

describe('years gone by', () => {
  it('are whole ones', () => {
    expect(wholeYears('2019-03-01T05:00:00+08:00', '2020-02-28T00:00:00Z')).toBe(0);
    expect(wholeYears('2019-03-01T05:00:00+08:00', '2020-03-01T05:00:00+08:00')).toBe(1);
  });

  it('are none before the time', () => expect(wholeYears('2019-03-01T00:00:00Z', '2018-03-01T00:00:00Z')).toBe(0));
});
