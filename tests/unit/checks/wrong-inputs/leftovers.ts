import { told, type Input } from './input.ts';

const is = (mark: string, name: string, remedy: string): [string, string] => [
  `"${mark}" is ${name} of another system.`,
  `${remedy}, or put it between \`backticks\` if readers are to see it as it is.`,
];
const anyTag = 'Write in Markdown what readers are to see, or delete it';
const words = 'Write the words that readers are to see';
const picture = 'Write ![alt text](./quay.jpg "Caption | Credit"), with the file beside the text';
const film = 'Write :::video{poster="./quay.jpg" alt="…" href="https://…"}, or a link to the page where the film is';
const permalink = 'Write [words](/2019/03/01/slug/), with the permalink of the article';
const box = 'Write :::fact-box[Note], the text, and ::: on lines of their own';
const look = 'Delete it: how a text looks is set by the paper';

/** Marks that other publishing systems put something in the place of. */
export const leftoverInputs: Input[] = [
  ...(
    [
      ['{{< x >}}', 'a shortcode', anyTag],
      ['{{<x>}}', 'a shortcode', anyTag],
      ['{{% x %}}', 'a shortcode', anyTag],
      ['{{< figure src="a.jpg" >}}', 'a shortcode', picture],
      ['{{< youtube abc >}}', 'a shortcode', film],
      ['{{< ref "a.md" >}}', 'a shortcode', permalink],
      ['{% x %}', 'a tag of a template', anyTag],
      ['{%- if a -%}', 'a tag of a template', anyTag],
      ['{% post_url 2019-03-01-a %}', 'a tag of a template', permalink],
      ['{% highlight js %}', 'a tag of a template', 'Put the code between two lines of ```'],
      ['<%= x %>', 'a tag of a template', anyTag],
      ['{{ x }}', 'a placeholder of a template', words],
      ['{{site.title}}', 'a placeholder of a template', words],
      ['{{ x | upcase }}', 'a placeholder of a template', words],
      ['{{{ x }}}', 'a placeholder of a template', words],
      ['${{ a.x }}', 'a placeholder of a template', words],
      ['{# later #}', 'a comment of a template', 'Write <!-- words --> for a comment'],
      ['{/* later */}', 'a comment of a template', 'Write <!-- words --> for a comment'],
      ['%%later%%', 'a comment', 'Write <!-- words --> for a comment'],
      ['{: .lead}', 'a list of attributes', look],
      ['{:.lead title="a"}', 'a list of attributes', look],
      ['{.lead}', 'a list of attributes', look],
      ['{#quay}', 'a list of attributes', 'Delete it and link to the heading by its words: [words](#the-heading)'],
      ['[!NOTE]', 'the mark of a note', box],
      ['[!info]-', 'the mark of a note', box.replace('Note', 'Info')],
      ['[gallery ids="1,2"]', 'a shortcode', 'Write :::gallery[Caption] with one picture a line'],
      ['[gallery]', 'a shortcode', 'Write :::gallery[Caption] with one picture a line'],
      ['[contact-form-7 id="1"]', 'a shortcode', 'Write [words](https://…), a link to the page'],
      ['[toc]', 'the mark of a table of contents', 'Delete it'],
      ['[[_TOC_]]', 'the mark of a table of contents', 'Delete it'],
      [
        '[[Quay]]',
        'a link of a wiki',
        'Write [words](/2019/03/01/slug/), or [words](#the-heading) for a heading of this text',
      ],
      [
        '[[Quay|words]]',
        'a link of a wiki',
        'Write [words](/2019/03/01/slug/), or [words](#the-heading) for a heading of this text',
      ],
      ['![[quay.jpg]]', 'an embedded file', picture],
      ['==Ships==', 'a mark of highlighting', 'Write <mark>Ships</mark>'],
      [':ship:', 'the name of an emoji', 'Type the emoji itself'],
      ['<o:p>', 'a tag', 'Delete it'],
    ] as const
  ).map(([mark, name, remedy]) =>
    told(`a leftover ${mark}`, `Ships ${mark} came.`, 'B-138 *:9:7', ...is(mark, name, remedy)),
  ),
  ...(
    [
      ['[embed]https://example.com[/embed]', '[embed]', film],
      ['[caption id="a"]![Quay](./quay.jpg) Ships[/caption]', '[caption id="a"]', picture],
      ['[b]Ships[/b]', '[b]', 'Write **words**'],
      ['[url=https://example.com]Ships[/url]', '[url=https://example.com]', 'Write [words](https://…)'],
    ] as const
  ).map(([mark, shown, remedy]) =>
    told(`a pair of leftovers ${mark}, once`, mark, 'B-138 *:9:1', ...is(shown, 'a shortcode', remedy)),
  ),
  ...(
    [
      ['!!! note "Quay"', '!!! note', 'the mark of a note', box],
      ['??? tip', '??? tip', 'the mark of a note', box],
      ['.. note:: Quay', '.. note::', 'the mark of a note or a picture', box],
      [
        "import Quay from './quay.js'",
        "import Quay from './quay.js'",
        'a line of a program',
        'Delete it, and write in Markdown what it brings in',
      ],
      [
        'export const a = 1',
        'export const a = 1',
        'a line of a program',
        'Delete it, and write in Markdown what it brings in',
      ],
      [
        '+++\ntitle = "Quay"\n+++',
        '+++',
        'a mark of front matter',
        'Write its fields between the two lines of --- at the head of the file',
      ],
    ] as const
  ).map(([text, mark, name, remedy]) =>
    told(`a leftover line ${text}`, text, 'B-138 *:9:1', ...is(mark, name, remedy)),
  ),
  ...(
    [
      ['a heading', '## Ships {{ x }}', '9:10'],
      ['a quotation', '> Ships\n> {{ x }}', '10:3'],
      ['a list', '- Ships\n- {{ x }}', '10:3'],
      ['a table', '| a | b |\n| - | - |\n| 1 | {{ x }} |', '11:7'],
      ['a footnote', 'Ships[^1].\n\n[^1]: {{ x }}', '11:7'],
      ['the title of a box', ':::fact-box[{{ x }}]\nShips.\n:::', '9:13'],
      ['a passage in another language', 'Ships :lang[{{ x }}]{tag=fr}.', '9:13'],
      ['the words of a link', '[{{ x }}](https://example.com)', '9:2'],
      ['an address', '[Ships]({{ x }}/quay)', '9:9'],
      ['an address without spaces', '[Ships](/{{x}}/quay)', '9:10'],
      ['an address between angle brackets', '[Ships](<{{ x }}>)', '9:10'],
      ['the address of a picture', 'Ships ![Quay]({{ x }}/quay.jpg)', '9:15'],
      ['the address of a reference', 'See [it][r].\n\n[r]: {{ x }}/quay', '11:6'],
    ] as const
  ).map(([where, text, place]) => {
    const mark = text.includes('{{x}}') ? '{{x}}' : '{{ x }}';
    return told(
      `a leftover in ${where}, once`,
      text,
      `B-138 *:${place}`,
      ...is(mark, 'a placeholder of a template', words),
    );
  }),
  told(
    'a leftover with a bar in a table, once',
    '| a | b |\n| - | - |\n| {{ x | y }} | 1 |',
    'B-138 *:11:3',
    ...is('{{ x | y }}', 'a placeholder of a template', words),
  ),
  told(
    'a leftover with a bar and no table',
    'Ships [came]({% post_url a | b %}).',
    'B-138 *:9:14',
    ...is('{% post_url a | b %}', 'a tag of a template', permalink),
  ),
  told(
    'attributes behind a picture, once',
    '![Quay](./quay.jpg){width=50%}',
    'B-138 *:9:20',
    ...is('{width=50%}', 'a list of attributes', look),
  ),
  told(
    'attributes behind a heading, once with the links to it',
    '## The quay {#quay}\n\nSee [it](#quay).',
    'B-138 *:9:13',
    ...is('{#quay}', 'a list of attributes', 'Delete it and link to the heading by its words: [words](#the-heading)'),
  ),
  told(
    'a leftover in an attribute of a block',
    ':::pull-quote{by="{{ x }}"}\nShips.\n:::',
    'B-138 *:9:1',
    '"{{ x }}" is a mark of a template of another system.',
    'Write what it stands for.',
  ),
  told(
    'a comment that cuts a text',
    'Ships.\n\n<!--more-->',
    'B-138 *:11:1',
    'A comment that cuts a text is a mark of another system.',
    'Delete it: lists show the standfirst, and an article is one page.',
  ),
];
