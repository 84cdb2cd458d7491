/** A kind of marks that other publishing systems have: what it is called, how it looks, and what stands for it here. */
export interface LeftoverKind {
  /** With its article: "a shortcode". */
  name: string;
  pattern: RegExp;
  remedy: (match: string) => string;
}

const figure = 'Write ![alt text](./quay.jpg "Caption | Credit"), with the file beside the text.';
const film = 'Write :::video{poster="./quay.jpg" alt="…" href="https://…"}, or a link to the page where the film is.';
const gallery = 'Write :::gallery[Caption] with one picture a line.';
const permalink = 'Write [words](/2019/03/01/slug/), with the permalink of the article.';
const box = 'Write :::fact-box[Note], the text, and ::: on lines of their own.';
const link = 'Write [words](https://…), a link to the page.';
const code = 'Put the code between two lines of ```.';
const words = 'Write the words that readers are to see.';
const deleteIt = 'Delete it.';

/** For attributes behind a heading, a picture or a paragraph. */
function attributes(match: string): string {
  return /^\{:?\s*#/.test(match)
    ? 'Delete it and link to the heading by its words: [words](#the-heading).'
    : 'Delete it: how a text looks is set by the paper.';
}

/** What stands for a tag of another system, by its name. */
function byName(match: string): string {
  const [, name = ''] = /([a-z][\w-]*)/i.exec(match.replace(/^[^a-z]*(end)?/i, '')) ?? [];
  const known: [names: RegExp, remedy: string][] = [
    [/^(figure|img|image|picture|photo|caption|responsive_image)/i, figure],
    [/^(youtube|vimeo|video|audio|embed|playlist|iframe|peertube|soundcloud|media)/i, film],
    [/^(gallery|carousel|slideshow)/i, gallery],
    [/^(ref|relref|post_?(url|link)|link|xref|url|permalink)$/i, permalink],
    [/^(note|tip|info|warning|danger|alert|admonition|callout|notice|hint|box|message|panel|sc_|details|expand)/i, box],
    [/^(highlight|code|sourcecode|codeblock|gist|snippet|mermaid)/i, code],
    [/^(tweet|twitter|instagram|facebook|tiktok|button|btn|contact-form)/i, link],
    [/^(quote|blockquote|pullquote)/i, 'Write :::pull-quote{by="…"}, or begin the lines with >.'],
    [/^(toc|table_of_contents|more|comment|raw|markdown|assign|capture)/i, deleteIt],
  ];
  return known.find(([names]) => names.test(name))?.[1] ?? 'Write in Markdown what readers are to see, or delete it.';
}

/** In the order in which they are looked for; what one has found is not looked at again. */
export const leftoverKinds: readonly LeftoverKind[] = [
  { name: 'a shortcode', pattern: /\{\{([<%])(?:(?!\{\{).)*?[>%]\}\}/gs, remedy: byName },
  { name: 'a tag of a template', pattern: /\{%(?!%)(?:(?!\{%).)*?%\}|<%(?:(?!<%).)*?%>/gs, remedy: byName },
  {
    name: 'a comment of a template',
    pattern: /\{#\s.*?\s#\}|\{\/\*.*?\*\/\}/gs,
    remedy: () => 'Write <!-- words --> for a comment.',
  },
  {
    name: 'a placeholder of a template',
    pattern: /(?<![_^\\{}]|\\[a-z]+)\$?\{\{\{?(?=[^{}]*\p{L})[^{}\n]*\}?\}\}(?!\})/gu,
    remedy: () => words,
  },
  { name: 'a list of attributes', pattern: /\{::?[^{}\n]*\}(?=\s|$|[).,;:])/gm, remedy: attributes },
  {
    name: 'a list of attributes',
    pattern: /\{\s*[#.][\p{L}_][^{}\n]*\}|(?<=[)\]`\0])\{\s*[a-z][\w-]*=[^{}\n]*\}/giu,
    remedy: attributes,
  },
  {
    name: 'the mark of a note',
    pattern: /\[![a-z][\w-]*\][+-]?/gi,
    remedy: (match) => {
      const name = match.replace(/[^a-z]/gi, '').toLowerCase();
      return box.replace('Note', name.charAt(0).toUpperCase() + name.slice(1));
    },
  },
  {
    name: 'the mark of a note',
    pattern:
      /(?<=^[ \t>]*)(?:!!!|\?\?\?\+?)[ \t]+(?:note|tip|info|warning|danger|caution|important|hint|attention|error|success|question|example|abstract|summary|quote|bug|failure|todo)\b/gim,
    remedy: () => box,
  },
  { name: 'the mark of a note or a picture', pattern: /(?<=^[ \t>]*)\.\. [a-z][\w-]*::/gm, remedy: byName },
  { name: 'an embedded file', pattern: /!\[\[[^[\]\n]+\]\]/g, remedy: () => figure },
  {
    name: 'the mark of a table of contents',
    pattern: /\[\[_?toc_?\]\]|@?\[toc\](?![([:])|\$\{toc\}/gi,
    remedy: () => deleteIt,
  },
  {
    name: 'a link of a wiki',
    pattern: /(?<!\[)\[\[(?=[^[\]\n]*\p{L})(?!sic\])[^[\]\n]+\]\](?![([])/gu,
    remedy: () => 'Write [words](/2019/03/01/slug/), or [words](#the-heading) for a heading of this text.',
  },
  { name: 'an embedded page', pattern: /@\[[a-z][\w-]*\](?=\()/gi, remedy: byName },
  {
    name: 'a shortcode',
    pattern:
      /\[[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[“”″][^“”″\n]*[“”″]|[^\s\]]+))+\s*\/?\](?!\(|\[|:)|\[(?:gallery|embed|playlist|contact-form|more|nextpage)\](?!\(|\[|:)/gi,
    remedy: byName,
  },
  {
    name: 'a shortcode',
    pattern:
      /\[(b|i|u|s|img|url|quote|code|size|color|center|list|video|audio|embed|caption|spoiler)(?:=[^\]\n]*)?\](?=[^]*\[\/\1\])/gi,
    remedy: bbCode,
  },
  {
    name: 'the end of a shortcode',
    pattern: /\[\/[a-z][\w-]*\](?!\(|\[|:)/gi,
    remedy: () => 'Delete it, and its beginning.',
  },
  {
    name: 'a mark of front matter',
    pattern: /(?<=^[ \t>]*)\+{3,}[ \t]*$/gm,
    remedy: () => 'Write its fields between the two lines of --- at the head of the file.',
  },
  {
    name: 'a line of a program',
    pattern:
      /(?<=^)(?:import\s[^\n]*?['"][^'"\n]+['"];?|export\s+(?:default\s+(?:\w+;?$|function|class|async|[({])|(?:const|let|var)\s+\w+\s*=|(?:async\s+)?function\s*\w*\s*\(|class\s+\w+\s*\{|\{|\*)[^\n]*)(?=\s*$)/gm,
    remedy: () => 'Delete it, and write in Markdown what it brings in.',
  },
  {
    name: 'a mark of highlighting',
    pattern: /(?<![=\p{L}\p{N}])==(?=[^\s=>])[^=\n]*?(?<=[^\s=<])==(?![=\p{L}\p{N}])/gu,
    remedy: (match) => `Write <mark>${match.slice(2, -2)}</mark>.`,
  },
  { name: 'a tag', pattern: /<\/?[a-z]:[a-z][^<>\n]*>/gi, remedy: () => deleteIt },
  {
    name: 'a comment',
    pattern: /(?<![^\s])%%(?=\S|[ \t]\S)[^%]+%%/g,
    remedy: () => 'Write <!-- words --> for a comment.',
  },
  {
    name: 'the name of an emoji',
    pattern: /(?<![\w:/\0]):[a-z][a-z0-9_+-]*:(?![\w:/])/g,
    remedy: () => 'Type the emoji itself.',
  },
];

function bbCode(match: string): string {
  const name = /[a-z]+/i.exec(match)?.[0].toLowerCase() ?? '';
  const known: Record<string, string> = {
    b: 'Write **words**.',
    i: 'Write *words*.',
    u: 'Write *words*, or leave the words as they are.',
    s: 'Write ~~words~~.',
    img: figure,
    url: 'Write [words](https://…).',
    quote: 'Begin the lines with >.',
    list: 'Begin each item with "- " on a line of its own.',
  };
  return known[name] ?? byName(match);
}

/** Comments by which other systems cut a text. */
export const cuts = /<!--\s*(?:more|nextpage|truncate|excerpt|readmore|read more|end-excerpt)\s*-->/i;
