import fc from 'fast-check';

const blocks =
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h6 header li main nav noscript ol p pre section summary table tbody td th tr caption ul';
const inlines =
  'a abbr b bdo button cite code del em font i ins kbd label mark q ruby rp rt s samp small span strike strong sub sup time tt u var x-own';
const strange = 'canvas dialog math object option script select style svg template textarea title video';
const voids = [
  '<br>',
  '<hr>',
  '<wbr>',
  '<input value="Send">',
  '<img src="a.png" alt="An alternative">',
  '<img alt="">',
];
const attributes = [
  '',
  ' class="byline credit"',
  ' hidden',
  ' style="display: none"',
  ' href="https://other.example/a?b=c#d" title="Title of it"',
  ' href="javascript:alert(1)" onclick="alert(1)"',
  ' href="#note" id="1"',
  ' lang="ar" dir="rtl"',
  ' colspan="3" rowspan="2"',
  ' start="7" type="a" reversed',
  ' datetime="2019-03-05T10:00:00Z" itemprop="datePublished"',
  ' src="https://other.example/film" srcset="a.png 2x"',
];

const typed = fc.constantFrom(
  'Words.',
  '*stars* _lines_ `ticks`',
  '# no heading',
  '1. no list',
  '- nor this',
  ':::box',
  ':::',
  '::leaf :text[a]{b=c}',
  '[^1] [a](b) ![c](d)',
  '| a | b |',
  '&lt;b&gt; &amp;amp; &nbsp;',
  '\n\n',
  '\t',
  'By Wren Quayside',
  'Photo: Agency',
  '東京で\n会議',
  'قال "نعم"',
  'https://other.example/x_y_z',
  '$x$ H~2~O a^b^ {.c}',
  '---',
  '\u00ad\u200b\u202e',
);
const text = fc.oneof(
  typed,
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((each) => each.replace(/[<&]/g, ' ')),
);

/** Elements that a page of the web has, each within each, closed or not, with words between. */
export const { tree } = fc.letrec<{ tree: string; element: string }>((tie) => ({
  tree: fc.oneof({ maxDepth: 6, depthSize: 'medium' }, text, fc.constantFrom(...voids), tie('element'), tie('element')),
  element: fc
    .tuple(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...blocks.split(' ')) },
        { weight: 4, arbitrary: fc.constantFrom(...inlines.split(' ')) },
        { weight: 1, arbitrary: fc.constantFrom(...strange.split(' ')) },
      ),
      fc.constantFrom(...attributes),
      fc.array(tie('tree'), { maxLength: 5 }),
      fc.boolean(),
    )
    .map(
      ([name, more, inside, isClosed]) =>
        `<${name}${more}>${inside.join(' ')}${isClosed || inside.length < 3 ? `</${name}>` : ''}`,
    ),
}));
