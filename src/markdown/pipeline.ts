import rehypeSlug from 'rehype-slug';
import { remark } from 'remark';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import { VFile } from 'vfile';
import type { Body, BodyPart } from '../body/body.ts';
import type { OwnBlocks } from '../body/own-blocks.ts';
import type { Code } from '../newsroom/codes.ts';
import type { KeptPassages } from '../newsroom/passages.ts';
import type { Setting } from '../newsroom/typography/setting.ts';
import { wordsOf } from '../newsroom/words.ts';
import { remarkAddresses } from './addresses.ts';
import { headingPrefix } from './anchors.ts';
import { remarkAttention } from './attention.ts';
import { remarkBlocks } from './blocks.ts';
import { rehypeLines, remarkLines } from './lines.ts';
import { rehypeListNumbers } from './list-numbers.ts';
import { rehypeLinks } from './links.ts';
import { rehypeOwnBlocks } from './own-blocks.ts';
import { remarkFences } from './fences.ts';
import { remarkHeadings } from './headings.ts';
import { remarkLeftovers } from './leftovers.ts';
import { remarkMarks } from './marks.ts';
import { remarkMistakes } from './mistakes.ts';
import { remarkNumberedLists } from './numbered-lists.ts';
import { remarkReferences } from './references.ts';
import { remarkStrayBlocks } from './stray-blocks.ts';
import { remarkTableRows } from './table-rows.ts';
import { rehypeParts, settled } from './parts.ts';
import { rehypePassageIds } from './passage-ids.ts';
import { remarkPassages } from './passages.ts';
import { rehypeRawHtml } from './raw-html.ts';
import { rehypeReading } from './reading.ts';
import { report } from './report.ts';
import { rehypeTables, tableWithCaption } from './tables.ts';
import { rehypeTasks } from './tasks.ts';
import { remarkTypographer } from './typographer.ts';

export interface BodySource extends Setting {
  /** Path of the Markdown file from the project's folder. */
  file: string;
  /** Its text, the front matter blanked out line by line so that places are true. */
  text: string;
  /** Origin of the paper's own addresses. */
  origin: string;
  /** What is known of its passages; absent where they need no ids. */
  kept?: KeptPassages;
  /** Blocks that the paper adds to those that every paper has. */
  blocks?: OwnBlocks;
}

/**
 * Markdown (CommonMark, GFM, directives) as the body of a page.
 * Mistakes do not throw: they come back as problems with line and column.
 */
export function renderBody({ file, text, language, typography, origin, kept, blocks }: BodySource): Body {
  const vfile = new VFile({ path: file, value: text, data: { kept, blocks } });
  const processor = pipelineFor({ language, typography }, origin, needsOf(text));
  return {
    ...textOf(vfile, () => settled(processor.runSync(processor.parse(vfile), vfile), vfile.data.parts ?? [])),
    reading: vfile.data.reading ?? { minutes: 0, contents: [] },
    opening: vfile.data.opening ?? '',
    references: vfile.data.references ?? [],
    places: vfile.data.places ?? [],
    pictures: vfile.data.pictures ?? [],
    passages: vfile.data.passages,
    problems: vfile.messages.map((message) => ({
      code: message.ruleId as Code,
      file,
      line: message.line,
      column: message.column,
      found: message.reason,
      remedy: message.note ?? '',
    })),
  };
}

/** The text that is made, or none where lists or quotations are nested too deep. */
function textOf(file: VFile, make: () => Pick<Body, 'text' | 'parts'>): Pick<Body, 'text' | 'parts'> {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(file, {}, 'B-001', 'The text is nested too deep.', 'Delete the marks > - * [ that stand in long rows.');
    return { text: [], parts: [] };
  }
}

const pipelines = new Map<string, ReturnType<typeof makePipeline>>();

/** Which steps a text needs, by marks without which they find nothing: most stories need none of them. */
interface Needs {
  /** Tables, footnotes, struck words, tasks, addresses that are not written as links. */
  gfm: boolean;
  html: boolean;
  code: boolean;
  /** Paragraphs of several lines in scripts without spaces. */
  lines: boolean;
  passages: boolean;
  /** Pictures and directives. */
  blocks: boolean;
}

const crowded =
  '[\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u2E80-\\uA4CF\\uD840-\\uD8BF\\uF900-\\uFAFF\\uFE30-\\uFFEF]';
const linesToJoin = new RegExp(`(?<=${crowded}.*)\\n(?=[ \\t>]*\\S)|(?<=\\S[ \\t]*)\\n(?=.*${crowded})`);

function needsOf(text: string): Needs {
  return {
    gfm: /\||~~|\[\^|\[[ x]\]|(?<!\]\()https?:\/\/|(?<![/\w])www\.|@/i.test(text),
    html: text.includes('<'),
    code: /```|~~~| {4}|\t/.test(text),
    lines: linesToJoin.test(text),
    passages: text.includes(':lang'),
    blocks: text.includes('![') || text.includes('::'),
  };
}

function pipelineFor(setting: Setting, origin: string, needs: Needs) {
  const key = `${setting.language} ${setting.typography?.dashes} ${origin} ${Object.values(needs).join()}`;
  const known = pipelines.get(key);
  if (known) return known;
  const made = makePipeline(setting, origin, needs);
  pipelines.set(key, made);
  return made;
}

// The order matters: the typographer sees the words as the editor wrote them,
// raw HTML is cleaned before anything of ours gets an id or a class that it may not have.
function makePipeline(setting: Setting, origin: string, needs: Needs) {
  const { language } = setting;
  const words = wordsOf(language);
  return (
    remark()
      .use(needs.gfm ? [remarkAddresses, [remarkGfm, { singleTilde: false }]] : [])
      .use(remarkAttention)
      .use(remarkDirective)
      // Causes first: what follows from them is not told again.
      .use([remarkFences, remarkStrayBlocks, remarkLeftovers, remarkTableRows, remarkReferences])
      .use([remarkMistakes, remarkMarks, remarkHeadings, [remarkNumberedLists, { language }]])
      .use(needs.lines ? [[remarkLines, { language }]] : [])
      .use(remarkTypographer, setting)
      .use(needs.passages ? [[remarkPassages, { language }]] : [])
      .use(remarkBlocks, { ...setting, origin })
      .use(remarkRehype, {
        allowDangerousHtml: true,
        handlers: { table: tableWithCaption },
        clobberPrefix: '',
        footnoteLabel: words.footnotes,
        footnoteLabelProperties: {},
        footnoteBackLabel: (index: number, again: number) =>
          words.backToText(again > 1 ? `${index + 1}-${again}` : `${index + 1}`),
      })
      .use(needs.html ? [rehypeRawHtml] : [])
      .use(needs.html && needs.lines ? [[rehypeLines, { language }]] : [])
      .use(needs.blocks ? [[rehypeOwnBlocks, { language }]] : [])
      .use(rehypeSlug, { prefix: headingPrefix })
      .use(
        needs.gfm || needs.html || needs.code || needs.blocks
          ? [[rehypeTables, { label: words.table }], rehypeTasks]
          : [],
      )
      .use(rehypeListNumbers)
      .use(rehypeLinks, { origin })
      .use(needs.blocks ? [rehypeParts] : [])
      .use(rehypeReading, { language })
      .use(rehypePassageIds)
      .freeze()
  );
}

declare module 'vfile' {
  interface DataMap {
    parts?: BodyPart[];
    references?: Body['references'];
    places?: Body['places'];
    pictures?: Body['pictures'];
  }
}
