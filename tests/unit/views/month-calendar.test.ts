import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../src/views/pages/month-calendar.ts';

const counts = new Map([['2019-03-01', 7]]);

describe('The calendar of a month', () => {
  it.each([
    ['en-GB', 5],
    ['en-US', 6],
    ['ar-EG', 7],
    ['de', 5],
  ])('begins its weeks as readers of %s do', (language, from) =>
    expect(calendarOf('2019-03', counts, language).from).toBe(from),
  );

  it.each([
    ['2019-02', 28],
    ['2020-02', 29],
    ['2019-12', 31],
  ])('has all days of %s', (month, days) => expect(calendarOf(month, counts, 'en').days).toHaveLength(days));

  it('leads to the days that have stories, with their number', () => {
    const [first, second] = calendarOf('2019-03', counts, 'en-GB').days;
    expect(first).toEqual({ number: '1', href: '/2019/03/01/', count: '7', name: 'Friday 1 March 2019: 7 stories' });
    expect(second).toEqual({ number: '2' });
  });

  it('counts in the digits of the language', () =>
    expect(calendarOf('2019-03', counts, 'ar-EG').days[0]).toMatchObject({ number: '١', count: '٧' }));
});
