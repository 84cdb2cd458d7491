import { describe, expect, it } from 'vitest';
import { renderBody } from '../../../src/markdown/pipeline.ts';

const remediesFor = (text: string) =>
  renderBody({
    file: 'content/articles/2019/03/01/harbour-vote/index.md',
    text,
    language: 'en-GB',
    origin: 'https://broadsheet.example',
  }).problems.map(({ remedy }) => remedy.replace(/, or put it between `backticks`.*/, ''));

const any = 'Write in Markdown what readers are to see, or delete it';

describe('A shortcode of another system is known by how its name begins', () => {
  it.each([
    [
      'figure img image picture photo caption responsive_image',
      'Write ![alt text](./quay.jpg "Caption | Credit"), with the file beside the text',
    ],
    [
      'youtube vimeo video audio embed playlist iframe peertube soundcloud media',
      'Write :::video{poster="./quay.jpg" alt="…" href="https://…"}, or a link to the page where the film is',
    ],
    ['gallery carousel slideshow', 'Write :::gallery[Caption] with one picture a line'],
    [
      'note tip info warning danger alert admonition callout notice hint box message panel sc_card details expand',
      'Write :::fact-box[Note], the text, and ::: on lines of their own',
    ],
    ['highlight code sourcecode codeblock gist snippet mermaid', 'Put the code between two lines of ```'],
    ['tweet twitter instagram facebook tiktok button btn contact-form', 'Write [words](https://…), a link to the page'],
    ['quote blockquote pullquote', 'Write :::pull-quote{by="…"}, or begin the lines with >'],
    ['toc table_of_contents more comment raw markdown assign capture', 'Delete it'],
  ])('%s', (names, remedy) => {
    for (const name of names.split(' ')) {
      for (const each of [name, `${name}s`, name.toUpperCase(), `${name} x="image"`])
        expect(remediesFor(`{{< ${each} >}}`), each).toEqual([remedy]);
      for (const end of [`{% end${name} %}`, `{{% /${name} %}}`]) expect(remediesFor(end), end).toEqual([remedy]);
      expect(remediesFor(`{{< my${name} >}}`), name).toEqual([any]);
    }
  });

  it('and one that leads to a story by the whole of it', () => {
    const names = 'ref relref post_url posturl post_link postlink link xref url permalink'.split(' ');
    for (const name of names) {
      expect(remediesFor(`{{< ${name} "a" >}}`), name).toEqual([
        'Write [words](/2019/03/01/slug/), with the permalink of the article',
      ]);
      for (const other of [`my${name}`, `${name}erence`]) expect(remediesFor(`{{< ${other} >}}`), other).toEqual([any]);
    }
  });
});

describe('Marks of other systems are found one by one', () => {
  it.each([
    ['{{< a >}} and {{< b >}}', 2],
    ['{{< a\nb >}}', 1],
    ['{% a %} and {% b %}', 2],
    ['{%% a %}', 0],
    ['<% a %> and <% b %>', 2],
    ['{{ a }} and {{ b }}', 2],
    ['{{{a}}}', 1],
    ['x_{{a}} and x^{{a}}', 0],
    ['{# a #} and {# b #}', 2],
    ['{#a#}', 1],
    ['{: .a} and {:.b}', 2],
    ['{: .a}b', 0],
    ['{.a #b}', 1],
    ['{.5}', 0],
    ['[!NOTE] and [!TIP]', 2],
    ['[!5]', 0],
    ['a !!! note', 0],
    ['!!! 5', 0],
    ['!!! notable', 0],
    ['> ??? tip', 1],
    ['> .. image:: a', 1],
    ['a .. image:: b', 0],
    ['![[a]] and ![[b]]', 2],
    ['[[_toc_]] and [TOC]', 2],
    ['[toc](/about/)', 0],
    ['[[1]]', 0],
    ['[[a]](/about/)', 0],
    ['[[[a]]]', 0],
    ['@[a] (b)', 0],
    ["[a b='c' d=e]", 1],
    ['[a b="c"](/about/)', 0],
    ['[a b]', 0],
    ['[more]', 1],
    ['[gallery](/about/)', 0],
    ['[B]a[/B]', 1],
    ['[b]a[/i]', 1],
    ['[colour]a[/colour]', 1],
    ['++', 0],
    ['++++', 1],
    ['a +++', 0],
    ['+++ a', 0],
    ["import 'a'", 1],
    ['import duties of 5', 0],
    ['we import a from "b"', 0],
    ['export { a }', 1],
    ['export * from "b"', 1],
    ['export async function a() {', 1],
    ['export class A {', 1],
    ['export default A;', 1],
    ['export default rates rose', 0],
    ['export let me', 0],
    ['==a== and ==b==', 2],
    ['a==b==c', 0],
    ['== a ==', 0],
    ['===a===', 0],
    ['%%a%% and %% b %%', 2],
    ['5%%a%%', 0],
    ['5%% to 6%%', 0],
    [':a: :b:', 2],
    ['a:b:c', 0],
    [':B:', 0],
    ['10:30:45', 0],
    ['</o:p>', 1],
  ])('%j has %i', (text, count) => expect(remediesFor(text)).toHaveLength(count));
});
