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
    ['en-GB', '1 March 2019'],
    ['en-US', 'March 1, 2019'],
    ['de', '1. März 2019'],
    ['fr', '1 mars 2019'],
    ['es', '1 de marzo de 2019'],
    ['ja', '2019年3月1日'],
    ['ar', '1 مارس 2019'],
    ['xx', '1 March 2019'],
  ])('in %s is %s', (language, words) => expect(dateInWords('2019-03-01', language)).toBe(words));

  it('has its weekday before it, and after it in Japanese', () => {
    expect(dayInWords('2019-03-01', 'en-GB')).toBe('Friday 1 March 2019');
    expect(dayInWords('2019-03-01', 'ja')).toBe('2019年3月1日 金曜日');
  });

  it.each([
    ['en-GB', 'March 2019'],
    ['es', 'marzo de 2019'],
    ['ja', '2019年3月'],
    ['ko', '2019년 3월'],
    ['ar', 'مارس 2019'],
  ])('is a month in %s as %s', (language, words) => expect(monthInWords('2019-03', language)).toBe(words));

  it('is a year as a number, and as a number with its word in Japanese', () =>
    expect([yearInWords('2019', 'en-GB'), yearInWords('2019', 'ja')]).toEqual(['2019', '2019年']));

  it('goes without its year in a dateline', () => {
    expect(dayAndMonth('2019-02-28', 'en-GB')).toBe('28 February');
    expect(dayAndMonth('2019-02-28', 'ja')).toBe('2月28日');
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

  it('has the comma of its language', () => {
    expect(instantInWords('2019-03-01T05:00:00+08:00', { ...singapore, language: 'ar' })).toBe(
      '1 مارس 2019، 05:00 SGT',
    );
  });
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
