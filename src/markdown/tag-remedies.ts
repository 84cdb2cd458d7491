const heading = (rank: number) => `Begin the line with ${'#'.repeat(rank)} instead.`;
const film =
  'Write :::video{poster="./quay.jpg" alt="…" href="https://…"}, or a link to the page where it is: [words](address).';
const words = 'Delete the tag and keep the words: how they look is set by the paper.';
const noForms = 'Delete it, or link to a page with the form: [words](address).';
const picture = 'Write ![alt](./file.jpg "Caption | Credit"), with the file beside the text.';
const list = 'Begin each item with "- " on a line of its own.';
const box =
  'Write :::fact-box[Title], the text, and ::: on lines of their own; if it only holds other things together, delete it.';
const drawing = 'Save it as a picture file and write ![alt](./file.png "Caption | Credit").';

/** What an editor writes instead of a tag that a body may not hold, by its name in small letters. */
export const tagRemedies: Record<string, string> = {
  a: 'Write [words](address).',
  acronym: 'Write <abbr title="…">.',
  address: 'Write the lines as a paragraph, with <br> between them.',
  applet: film,
  area: picture,
  article: 'Delete it and keep the text: the page is an article already.',
  aside: box,
  audio: 'Link to the page where it can be heard: [words](address).',
  base: 'Delete it, and write whole addresses.',
  big: words,
  blink: words,
  blockquote: 'Begin the lines with > instead.',
  body: 'Delete it and keep the text: the page is made around it.',
  button: noForms,
  canvas: drawing,
  center: words,
  col: 'Delete it: columns are as wide as their words.',
  colgroup: 'Delete it: columns are as wide as their words.',
  dir: list,
  embed: film,
  fieldset: noForms,
  figcaption: picture,
  figure: picture,
  font: words,
  footer: box,
  form: noForms,
  frame: film,
  frameset: film,
  h1: heading(2),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(5),
  h6: heading(6),
  head: 'Delete it, and all up to </head>.',
  header: box,
  html: 'Delete it and keep the text: the page is made around it.',
  iframe: film,
  image: picture,
  img: picture,
  input: 'Write a task as "- [ ] words"; forms have no place in a text.',
  label: noForms,
  link: 'Delete it: how a text looks is set by the paper.',
  main: 'Delete it and keep the text: the page is made around it.',
  map: picture,
  marquee: words,
  math: 'Write the formula in words and letters, with <sub> and <sup>, or as a picture.',
  menu: list,
  meta: 'Delete it: what is said of a text stands in its front matter.',
  nav: 'Delete it, or write a list of links: "- [words](address)".',
  nobr: words,
  noscript: 'Delete it, and keep the text where readers need it.',
  object: film,
  option: noForms,
  param: film,
  picture,
  plaintext: 'Put the text between two lines of ```.',
  pre: 'Put the text between two lines of ```.',
  progress: 'Write the figure in words.',
  script: 'Delete it and all up to </script>: articles hold no programs.',
  search: noForms,
  section: 'Delete it and keep the text: headings divide it.',
  select: noForms,
  source: film,
  strike: 'Write ~~words~~ or <s>.',
  style: 'Delete it and all up to </style>: how a text looks is set by the paper.',
  svg: drawing,
  template: 'Delete it.',
  textarea: noForms,
  title: 'Delete it: the headline stands in the front matter.',
  track: film,
  tt: 'Put the words between `backticks`.',
  u: 'Write <ins> for what was added, *words* for stress, or leave the words as they are.',
  video: film,
  xmp: 'Put the text between two lines of ```.',
};

/** Tags that are told once, with all that stands in them. */
export const containers = new Set(
  'applet audio canvas figure form head map math noscript object picture script select style svg template textarea video'.split(
    ' ',
  ),
);

/**
 * What to write instead of a tag: names that HTML does not know are mostly no tags at all.
 * @param before the character before it
 * @param isPaired whether a tag closes it
 */
export function tagRemedy({
  name,
  written,
  before,
  isPaired,
}: {
  name: string;
  written: string;
  before: string;
  isPaired: boolean;
}): string {
  const own = Object.hasOwn(tagRemedies, name) ? tagRemedies[name] : undefined;
  const isType = /[\p{L}\p{N}_:]/u.test(before) && !/\s/.test(written) && !isPaired;
  if (own && !isType) return own;
  const isComponent = isPaired || written.endsWith('/>') || /\s[\w:@-]+=/.test(written);
  if (isComponent && !isType) return 'Write in Markdown what it shows, or delete it.';
  return `If it is text, put it between \`backticks\` or write &lt; for its first mark: &lt;${written.slice(1)}`;
}
