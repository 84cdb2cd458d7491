import { expect, test } from 'vitest';
import { textDirective } from '../../../src/scripts/text-fragment.ts';

const text = 'No ferry, they said - and no bridge & no tunnel. No ferry at all came on that day, nor on the next one.';
const directiveOf = (quote: string, more: Partial<Parameters<typeof textDirective>[0]> = {}) => {
  const at = text.lastIndexOf(quote);
  return textDirective({
    blocks: [quote],
    before: text.slice(0, at),
    after: text.slice(at + quote.length),
    text,
    language: 'en',
    ...more,
  });
};

test('a short quotation stands in the address as a whole', () => {
  expect(directiveOf('came on that day')).toBe(':~:text=came%20on%20that%20day');
});

test('commas, hyphens and ampersands of a quotation are told from those of the directive', () => {
  expect(directiveOf('ferry, they said - and no bridge & no')).toBe(
    ':~:text=ferry%2C%20they%20said%20%2D%20and%20no%20bridge%20%26%20no',
  );
});

test('words that are cut become whole', () => {
  expect(directiveOf('ame on that da')).toBe(':~:text=came%20on%20that%20day');
});

test('a quotation of which there are two is told by its neighbours', () => {
  expect(directiveOf('No ferry')).toBe(':~:text=bridge%20%26%20no%20tunnel.-,No%20ferry,-at%20all%20came%20on');
});

test('of a long quotation and of one of several paragraphs there are the first and the last words', () => {
  const blocks = ['came on that day, nor on the next one.', 'Nobody had told the gulls about it.'];
  expect(directiveOf('came', { blocks, before: 'No ferry at all ', after: '' })).toBe(
    ':~:text=came%20on%20that%20day%2C,the%20gulls%20about%20it.',
  );
});

test('where no spaces part words, letters do', () => {
  const long = '港の橋は今日ふたたび開かれた。'.repeat(12);
  const directive = textDirective({ blocks: [long], before: '', after: '', text: long.repeat(1), language: 'ja' });
  expect(decodeURIComponent(directive)).toMatch(/^:~:text=港の橋は今日ふたたび開か,.{12}$/);
});
