import { afterEach, expect, test, vi } from 'vitest';
import { currentInstant } from '../../../src/filing/now.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['2019-03-01T06:00:00+08:00', '2019-03-01T06:00:00+08:00'],
  ['2019-03-01T06:00:00Z', '2019-03-01T06:00:00Z'],
  ['2019-03-01t06:00:00z', '2019-03-01T06:00:00Z'],
  ['2019-03-01T06:00:00.250Z', '2019-03-01T06:00:00.250Z'],
])('"%s" is the instant %s.', (given, instant) => {
  vi.stubEnv('BROADSHEET_NOW', given);
  expect(currentInstant()).toBe(instant);
});

test('Without a word of it the present is the instant.', () => {
  vi.stubEnv('BROADSHEET_NOW', undefined);
  vi.setSystemTime('2019-03-01T06:00:00Z');
  expect(currentInstant()).toBe('2019-03-01T06:00:00.000Z');
  vi.useRealTimers();
});

test.each([
  ['yesterday', 'is not written as a time'],
  ['now', 'is not written as a time'],
  ['1551420000', 'is not written as a time'],
  ['01.03.2019 06:00', 'is not written as a time'],
  ['2019-03-01', 'has no time of day'],
  ['2019-03-01T06:00:00', 'has no time zone'],
  ['2019-03-01T06:00:00.5', 'has no time zone'],
  ['2019-03-01 06:00', 'has no time zone'],
  ['2019-02-29T06:00:00Z', 'is not a time that exists'],
  ['2019-03-01T24:30:00Z', 'is not a time that exists'],
  ['2019-03-01T06:00:00+99:00', 'is not a time that exists'],
  [' 2019-03-01T06:00:00Z', 'is not written as a time'],
  ['', 'says nothing'],
])('"%s" is refused, since it %s.', (given, fault) => {
  vi.stubEnv('BROADSHEET_NOW', given);
  expect(currentInstant).toThrow(`X-002  BROADSHEET_NOW\n       BROADSHEET_NOW is "${given}", which ${fault}.\n`);
});

test('The remedy names an instant of the day that was meant.', () => {
  vi.stubEnv('BROADSHEET_NOW', '2019-03-01');
  expect(currentInstant).toThrow('BROADSHEET_NOW=2019-03-01T06:00:00+08:00, or leave it out.');
});
