import type { Leftover } from './draft.ts';
import type { Mapping } from './mapping.ts';
import { webAddress } from './tidy.ts';

/** A mark of a template or a shortcode, by its name and what is said in it. */
interface Mark {
  name: string;
  /** By their names; those without one by their numbers from 0. */
  given: Record<string, string>;
  /** What stands between its beginning and its end. */
  inner?: string | undefined;
  /** As it was typed. */
  source: string;
}

interface Setting {
  mapping: Mapping;
  leftovers: Leftover[];
  /** The address of a story that a template names by its file. */
  addressOf?: (file: string) => string | undefined;
  /** The site as its templates name it. */
  site?: string | undefined;
}

const code = /(^|\n)([ \t]*)(`{3,}|~{3,})[^]*?(?:\n[ \t]*\3[`~]*[ \t]*(?=\n|$)|$)|(`+)(?!`)[^]*?[^`]\4(?!`)/g;

/** Code that Obsidian shows the result of: it means nothing elsewhere. */
const query = /^\s*(?:`{3,}|~{3,})[ \t]*(?:dataview(?:js)?|tasks|query)[ \t]*\n|^\s*`(?:=|\$=)[ \t]/;

/**
 * A Markdown text whose marks of other systems (shortcodes, Liquid, wikis, attributes of kramdown) are HTML or Markdown that says
 * the same; what is not known stays visible, as code, and is told.
 */
export function withoutShortcodes(text: string, setting: Setting): string {
  const kept: string[] = [];
  const keep = (piece: string) => `\uE000${kept.push(piece) - 1}\uE001`;
  let rest = text.replace(/[\uE000\uE001]/g, '');
  // Code of a template first: what looks like a fence in it is none.
  rest = rest.replace(
    /\{%-?\s*highlight\s+([^%]*?)-?%\}\n?([^]*?)\n?\{%-?\s*endhighlight\s*-?%\}|\{\{[<%]\s*highlight\s+([^>%]*?)[>%]\}\}\n?([^]*?)\n?\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g,
    (_, liquid?: string, one?: string, hugo?: string, two?: string) =>
      keep(
        fenced(
          (liquid ?? hugo ?? '')
            .trim()
            .split(/[\s,"]+/)
            .filter(Boolean)[0] ?? '',
          one ?? two ?? '',
        ),
      ),
  );
  rest = rest.replace(/\{%-?\s*raw\s*-?%\}([^]*?)\{%-?\s*endraw\s*-?%\}/g, (_, inner: string) =>
    keep(escapedMarks(inner)),
  );
  rest = rest.replace(code, (piece: string, before: string = '') => {
    if (!query.test(piece)) return `${before}${keep(piece.slice(before.length))}`;
    setting.leftovers.push({
      kind: 'query of a program',
      text: piece.replace(/^\s*(?:`{3,}|~{3,}).*|[`~]+\s*$/g, '').trim(),
    });
    return before;
  });
  rest = rest.replace(
    /\{%-?\s*comment\s*-?%\}([^]*?)\{%-?\s*endcomment\s*-?%\}|<!--([^]*?)-->|%%([^%]+)%%/g,
    (source, ...inner: (string | undefined)[]) => {
      const words = inner.slice(0, 3).find((each) => each !== undefined) ?? '';
      if (!/^\s*(?:more|truncate|excerpt|toc|end-excerpt|\/?wp:.*)?\s*$/i.test(words) && /[\p{L}\p{N}]/u.test(words))
        setting.leftovers.push({ kind: 'comment in the source', text: words.trim() });
      return source.startsWith('%%') && !words.trim() ? source : '';
    },
  );
  rest = templates(asHugo(rest), setting);
  for (let round = 0; round < 4; round += 1) {
    const before = rest;
    rest = marked(rest, setting, keep);
    if (rest === before) break;
  }
  rest = unpaired(rest, setting, keep);
  rest = inlineNotes(wikis(rest, setting));
  rest = attributes(rest);
  for (let round = 0; round < 5 && rest.includes('\uE000'); round += 1)
    rest = rest.replace(/\uE000(\d+)\uE001/g, (_, index: string) => kept[Number(index)] ?? '');
  return rest;
}

/** Shortcodes of Zola as Hugo writes them: `{{ name(key="value") }}`, and `{% name(key="value") %}` up to `{% end %}`. */
function asHugo(text: string): string {
  return text
    .replace(
      /\{%-?\s*([a-z]\w*)\(([^()]*)\)\s*-?%\}((?:(?!\{%)[^])*?)\{%-?\s*end\s*-?%\}/gi,
      (_, name: string, given: string, inner: string) =>
        `{{< ${name} ${withoutCommas(given)} >}}${inner}{{< /${name} >}}`,
    )
    .replace(
      /\{\{-?\s*([a-z]\w*)\(([^()]*)\)\s*-?\}\}/gi,
      (_, name: string, given: string) => `{{< ${name} ${withoutCommas(given)} >}}`,
    );
}

/** Arguments that commas part, with spaces between them. */
function withoutCommas(given: string): string {
  return given.replace(/("(?:\\.|[^"\\])*"|'[^']*'|`[^`]*`)|,/g, (_, value?: string) => value ?? ' ');
}

/** Values of templates that every site has. */
function templates(text: string, { site = '', addressOf, leftovers }: Setting): string {
  return text
    .replace(
      /\{\{-?\s*(?:site\.(?:url|baseurl|github\.url)|page\.baseurl|base_url|baseurl)\s*-?\}\}/gi,
      site.replace(/\/$/, ''),
    )
    .replace(
      /\{\{-?\s*["']([^"']*)["']\s*\|\s*(?:prepend:\s*site\.\w+\s*(?:\|\s*prepend:\s*site\.\w+\s*)?|relative_url|absolute_url|url)\s*-?\}\}/gi,
      '$1',
    )
    .replace(
      /(?<=\]\()@\/([^)#\s]+)(?:#[^)\s]*)?(?=\))/g,
      (source: string, file: string) => addressOf?.(file) ?? source,
    )
    .replace(
      /\{%-?\s*(?:link|post_url)\s+["']?([^"'%\s]+)["']?\s*-?%\}|\{\{[<%]\s*(?:ref|relref)\s+(?:path=)?["']?([^"'>%\s]+)["']?[^>%]*[>%]\}\}/g,
      (_, liquid?: string, hugo?: string) => {
        const file = liquid ?? hugo ?? '';
        const address = addressOf?.(file);
        if (!address) leftovers.push({ kind: 'link to a file that is not here', text: file });
        return address ?? '';
      },
    )
    .replace(
      /\{%-?\s*(?:toc|more|break|include\s+toc\S*[^%]*|assign\s[^%]*|capture\s[^%]*|endcapture|seo|feed_meta)\s*-?%\}|^[ \t]*(?:\[\[?_?toc_?\]?\]|\{:toc\}|\[TOC\])[ \t]*$/gim,
      (source: string) => {
        if (/assign|capture/.test(source)) leftovers.push({ kind: 'line of a template', text: source });
        return '';
      },
    );
}

const hugo = /\{\{([<%])\s*([\w/.-]+)((?:(?!\{\{)[^])*?)\s*\/?[>%]\}\}/g;
const liquid = /\{%-?\s*([\w.-]+)((?:(?!\{%)[^])*?)-?%\}/g;

/** Marks that have an end, from the inside out, and those that need none. */
function marked(text: string, setting: Setting, keep: (piece: string) => string): string {
  const inPairs = text
    .replace(
      /\{\{([<%])\s*([\w.-]+)((?:(?!\{\{)[^])*?)[>%]\}\}((?:(?!\{\{[<%])[^])*?)\{\{[<%]\s*\/\s*\2\s*[>%]\}\}/g,
      (source: string, _: string, name: string, given: string, inner: string) =>
        made({ name, given: argumentsIn(given), inner, source }, setting) ??
        pieces(source, inner, { name, setting, keep }),
    )
    .replace(
      /\{%-?\s*([\w-]+)((?:(?!\{%)[^])*?)-?%\}((?:(?!\{%)[^])*?)\{%-?\s*end_?\1\s*-?%\}/g,
      (source: string, name: string, given: string, inner: string) =>
        made({ name, given: argumentsIn(given), inner, source }, setting) ??
        pieces(source, inner, { name, setting, keep }),
    );
  return inPairs;
}

/** A mark that is not known around words: they stay between its ends, which stay visible. */
function pieces(
  source: string,
  inner: string,
  { name, setting, keep }: { name: string; setting: Setting; keep: (piece: string) => string },
): string {
  const from = source.indexOf(inner, source.indexOf('}') + 1);
  const [begin, end] = [source.slice(0, from), source.slice(from + inner.length)];
  return `${visible(begin, name, setting, keep)}${inner}${visible(end, name, setting, keep)}`;
}

function unpaired(text: string, setting: Setting, keep: (piece: string) => string): string {
  return text
    .replace(
      hugo,
      (source: string, _: string, name: string, given: string) =>
        made({ name, given: argumentsIn(given), source }, setting) ?? visible(source, name, setting, keep),
    )
    .replace(
      liquid,
      (source: string, name: string, given: string) =>
        made({ name, given: argumentsIn(given), source }, setting) ?? visible(source, name, setting, keep),
    )
    .replace(/\{\{\{?(?=[^{}]*\p{L})[^{}\n]*\}?\}\}/gu, (source: string) =>
      visible(source, 'placeholder', setting, keep),
    );
}

/** As code, which no check takes for a mark. */
function visible(
  source: string,
  name: string,
  { mapping, leftovers }: Setting,
  keep: (piece: string) => string,
): string {
  if (mapping.shortcodes[name] === 'words') {
    leftovers.push({ kind: `shortcode "${name}", of which the words stay`, text: source });
    return '';
  }
  leftovers.push({ kind: `shortcode "${name}" that is not known and stays visible`, text: source });
  return keep(`<code>${escapedHtml(source)}</code>`);
}

/** What a mark of a name is here; `undefined` where nobody knows it. */
function made(mark: Mark, setting: Setting): string | undefined {
  const { name, given, inner, source } = mark;
  const { mapping, leftovers } = setting;
  const as = mapping.shortcodes[name] ?? kindOfMark(name);
  const rest = (...used: string[]) => {
    const words = Object.entries(given).filter(
      ([key, value]) => !used.includes(key) && /\p{L}/u.test(value) && !isManner(key),
    );
    if (words.length > 0)
      leftovers.push({ kind: `words of a shortcode "${name}"`, text: words.map(([, value]) => value).join(' ') });
  };
  switch (as) {
    case 'figure': {
      const src =
        given.src ?? given.image ?? given.url ?? given.path ?? given.file ?? given['image_path'] ?? given['0'] ?? '';
      if (!/[./]/.test(src)) return undefined;
      const caption = [given.title, given.caption ?? given['1'], inner?.trim()].filter(Boolean).join(' ');
      const credit = given.attr ?? given.credit ?? given.source ?? '';
      rest(
        'src',
        'image',
        'url',
        'path',
        'file',
        'image_path',
        '0',
        '1',
        'alt',
        'title',
        'caption',
        'attr',
        'credit',
        'source',
        'attrlink',
        'link',
      );
      return `\n\n${figureHtml({ src, alt: given.alt ?? '', caption, credit })}\n\n`;
    }
    case 'gallery': {
      const images = (inner ?? '').trim();
      rest('caption', 'title');
      return `\n\n<figure>\n\n${images}\n\n<figcaption>${escapedHtml(given.caption ?? given.title ?? '')}</figcaption></figure>\n\n`;
    }
    case 'address': {
      const address = addressFor(name, given);
      if (!address) return undefined;
      rest('id', '0', '1', 'user', 'url', 'src', 'video_id', 'videoid');
      return `\n\n<p><a href="${escapedHtml(address)}">${escapedHtml(address)}</a></p>\n\n${inner ?? ''}`;
    }
    case 'fact-box': {
      const title =
        given.title ?? given.header ?? (inner !== undefined && given['0'] && /\s/.test(given['0']) ? given['0'] : '');
      rest(
        'title',
        'header',
        ...(title === given['0'] ? ['0'] : []),
        'type',
        'class',
        ...(/^\w+$/.test(given['0'] ?? '') ? ['0'] : []),
      );
      const text = inner ?? given.text ?? given.content ?? '';
      if (!text.trim()) return '';
      return title
        ? `\n\n<details><summary>${escapedHtml(title)}</summary>\n\n${text.trim()}\n\n</details>\n\n`
        : `\n\n<blockquote>\n\n${text.trim()}\n\n</blockquote>\n\n`;
    }
    case 'pull-quote': {
      const by = given.author ?? given.by ?? given.cite ?? given.source ?? '';
      rest('author', 'by', 'cite', 'source', 'text', '0', 'link');
      const text = inner ?? given.text ?? given['0'] ?? '';
      return `\n\n<blockquote>\n\n${text.trim()}\n\n${by ? `<p>${escapedHtml(by)}</p>` : ''}</blockquote>\n\n`;
    }
    case 'code':
      return `\n\n${fenced(given.lang ?? given['0'] ?? '', inner ?? '')}\n\n`;
    case 'drop':
      leftovers.push({ kind: `shortcode "${name}" that is left out`, text: source });
      return '';
    case 'words':
      rest();
      return inner ?? '';
    default:
      return undefined;
  }
}

/** Attributes that say how something looks, not what. */
function isManner(key: string): boolean {
  return (
    /^(?:class|width|height|align|style|id|target|rel|loading|lang|type|size|color|float|position|\d+)$/i.test(key) &&
    !/^\d+$/.test(key)
  );
}

const known: [names: RegExp, as: Mapping['shortcodes'][string]][] = [
  [
    /^(?:figure|fig|image|img|picture|photo|imgproc|resize_image|responsive_image|responsive-image|asset_img|limg|lightbox|figure\.html|image\.html|figure-?\w*)$/i,
    'figure',
  ],
  [/^(?:gallery|carousel|slideshow|load-photoswipe|foldergallery)$/i, 'gallery'],
  [
    /^(?:youtube|youtube-?lite|youtubelt|vimeo|tweet|x|twitter|twitter_simple|instagram|instagram_simple|gist|tiktok|soundcloud|spotify|facebook|codepen|dailymotion|bilibili|mastodon|bluesky)(?:\.html)?$/i,
    'address',
  ],
  [
    /^(?:note|tip|info|warning|danger|alert|admonition|callout|notice|hint|box|message|panel|details|expand|important|caution|notification|aside|sidebar)$/i,
    'fact-box',
  ],
  [/^(?:quote|blockquote|pullquote|pull-quote|epigraph)$/i, 'pull-quote'],
  [/^(?:code|codeblock|sourcecode)$/i, 'code'],
  [
    /^(?:center|centre|markdown|md|rawhtml|html|div|span|column|columns|row|tab|tabs|accordion|section|wrapper|text|lead|small|sup|sub|block)$/i,
    'words',
  ],
];

function kindOfMark(name: string): Mapping['shortcodes'][string] | undefined {
  return known.find(([names]) => names.test(name))?.[1];
}

/** The page that an embedding is of. */
function addressFor(name: string, given: Record<string, string>): string | undefined {
  const id = given.id ?? given.url ?? given.src ?? given.video_id ?? given.videoid ?? given['0'] ?? '';
  const direct = webAddress(id);
  if (direct) return direct;
  if (!/^[\w./-]+$/.test(id)) return undefined;
  const user = given.user ?? '';
  const word = name.toLowerCase().replace(/[-_.].*$|lite$|lt$/, '');
  const made: Record<string, string> = {
    youtube: `https://www.youtube.com/watch?v=${id}`,
    vimeo: `https://vimeo.com/${id}`,
    tweet: `https://twitter.com/${user || 'i'}/status/${id}`,
    x: `https://x.com/${user || 'i'}/status/${id}`,
    twitter: `https://twitter.com/${user || 'i'}/status/${id}`,
    instagram: `https://www.instagram.com/p/${id}/`,
    gist: given['1'] ? `https://gist.github.com/${id}/${given['1']}` : `https://gist.github.com/${id}`,
    dailymotion: `https://www.dailymotion.com/video/${id}`,
    bilibili: `https://www.bilibili.com/video/${id}`,
    codepen: `https://codepen.io/${user || 'anon'}/pen/${id}`,
  };
  return made[word];
}

/** What is said in a mark: `name="value"` and values alone. */
export function argumentsIn(text: string): Record<string, string> {
  const given: Record<string, string> = {};
  let count = 0;
  for (const each of text.matchAll(
    /([\w-]+)\s*[=:]\s*(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|`([^`]*)`|“([^”]*)”|([^\s"'>]+))|"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|`([^`]*)`|([^\s"'=]+)/g,
  )) {
    const value = [...each.slice(2)].find((part) => part !== undefined)?.replace(/\\(["'])/g, '$1') ?? '';
    if (each[1]) given[each[1].toLowerCase()] = value;
    else if (value !== '/' && value !== ',') given[String(count++)] = value;
  }
  return given;
}

function figureHtml({
  src,
  alt,
  caption,
  credit,
}: {
  src: string;
  alt: string;
  caption: string;
  credit: string;
}): string {
  const legend = [
    caption ? inlineMarkdown(caption) : '',
    credit ? `<span class="credit">${escapedHtml(credit)}</span>` : '',
  ].join('');
  return `<figure><img src="${escapedHtml(src)}" alt="${escapedHtml(alt)}">${legend ? `<figcaption>${legend}</figcaption>` : ''}</figure>`;
}

/** Words of a caption, in which links and emphasis are said in Markdown. */
function inlineMarkdown(text: string): string {
  return escapedHtml(text.replace(/<[^<>]*>/g, ''))
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*?|__?)([^*_]+)\1/g, '$2');
}

/** Links and embeddings of a wiki, notes and highlights as Obsidian and others write them. */
function wikis(text: string, { leftovers, addressOf }: Setting): string {
  return text
    .replace(/!\[\[([^\]|#\n]+)(?:#[^\]|\n]*)?(?:\|([^\]\n]*))?\]\]/g, (_, file: string, words = '') =>
      /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(file.trim())
        ? `\n\n![${/^\d+(x\d+)?$/.test(words as string) ? '' : (words as string)}](<${file.trim()}>)\n\n`
        : (leftovers.push({ kind: 'embedded file', text: file }), (words as string) || file.trim()),
    )
    .replace(/(?<!!)\[\[([^\]|\n]+)(?:\|([^\]\n]+))?\]\]/g, (_, file: string, words?: string) => {
      const address = addressOf?.(file.replace(/#.*$/, '').trim());
      const shown = words ?? file.replace(/^.*\//, '');
      if (words) leftovers.push({ kind: 'link of a wiki', text: file });
      return address ? `[${shown}](${address})` : shown;
    })
    .replace(/^([ \t]*>[ \t]*)\[!([a-z-]+)\][+-]?[ \t]*(.*)$/gim, (_, quote: string, name: string, title: string) => {
      leftovers.push({ kind: 'kind of a note', text: name });
      return title ? `${quote}**${title.trim()}**\n${quote.trimEnd()}` : quote.trimEnd();
    })
    .replace(
      /^(:{3,})[ \t]*([a-z-]+)(?:\[([^\]\n]+)\]|[ \t]+([^\n{]+))?(?:\{[^}\n]*\})?[ \t]*\n([^]*?)\n\1[ \t]*$/gim,
      (_, __: string, name: string, label: string | undefined, title: string | undefined, inner: string) => {
        leftovers.push({ kind: 'kind of a note', text: name });
        const head = (label ?? title ?? '').trim();
        return head
          ? `\n<details><summary>${escapedHtml(head)}</summary>\n\n${inner}\n\n</details>\n`
          : `\n<blockquote>\n\n${inner}\n\n</blockquote>\n`;
      },
    )
    .replace(/(?<![=\p{L}\p{N}])==(?=[^\s=])([^=\n]+?)(?<=[^\s=])==(?![=\p{L}\p{N}])/gu, '<mark>$1</mark>');
}

/** Notes that stand where they belong, as Pandoc and Obsidian have them, below the text. */
function inlineNotes(text: string): string {
  const notes: string[] = [];
  const marked = text.replace(
    /(?<![\\\]])\^\[((?:[^[\]\n]|\[[^[\]\n]*\](?:\([^()\n]*\))?)+)\]/g,
    (_, note: string) => `[^inline-${notes.push(note.trim())}]`,
  );
  return notes.length === 0
    ? text
    : `${marked.trimEnd()}\n\n${notes.map((note, index) => `[^inline-${index + 1}]: ${note}\n`).join('\n')}`;
}

/** Lists of attributes, lines of programs, and marks that cut a text say nothing to readers. */
function attributes(text: string): string {
  return text
    .replace(/^[ \t]*\{:(?:[^{}\n]*)\}[ \t]*$/gm, '')
    .replace(/\{:(?![^{}\n]*\|)[^{}\n]*\}/g, '')
    .replace(/(?<=[)\]`*_])\{(?:\s*(?:[#.][\w-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}]+)))+\s*\}/g, '')
    .replace(/^(#{1,6}[^\n]*?)[ \t]*\{\s*[#.][^{}\n]*\}[ \t]*$/gm, '$1')
    .replace(/^(?:import\s[^\n]*?['"][^'"\n]+['"];?|export\s+(?:default\s+|const\s+|let\s+)[^\n]*)[ \t]*$/gm, '');
}

function fenced(language: string, inner: string): string {
  const longest = Math.max(2, ...Array.from(inner.matchAll(/`+/g), ([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return `\n\n${mark}${language.replace(/[^\w+#-]/g, '')}\n${inner}\n${mark}\n\n`;
}

function escapedMarks(text: string): string {
  return text.replace(/[{}%]/g, '\\$&');
}

export function escapedHtml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
