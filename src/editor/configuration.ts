import type { z } from 'zod';
import { article, type ArticleSchema } from '../schema/article.ts';
import { front } from '../schema/front.ts';
import { page } from '../schema/page.ts';
import { contributor, elsewhere, heading, publication } from '../schema/paper.ts';
import type { Known } from './copy.ts';
import { toldSchema } from './told-schema.ts';

/** What the editor in the browser (Sveltia CMS) is told of a paper. */
export interface EditorSettings {
  config: object;
  known: Known;
}

interface Told {
  /** Of the paper, which instants are written in. */
  timeZone: string;
  /** Where the editor has the paper from, in Sveltia's words. */
  backend: object;
  /** What reads the front matter of the paper's articles, where it has fields of its own. */
  article?: ArticleSchema | undefined;
}

/** The settings of the editor, made of the schemas by which the paper is checked. */
export function editorSettings({ timeZone, backend, article: own = article }: Told): EditorSettings {
  const fieldsOf = (schema: z.ZodType) => fields(toldSchema(schema) as Node, { timeZone, path: '' });
  const body = { name: 'body', label: 'Text', widget: 'markdown-text', required: false };
  const yaml = { format: 'fields', extension: 'yaml', create: true };
  const named = (name: string) => ({
    identifier_field: name,
    slug: { template: `{{${name}}}`, ...slugs },
    summary: `{{${name}}}`,
  });
  const all: [schema: z.ZodType, collection: Record<string, unknown> & { name: string }][] = [
    [
      own,
      {
        name: 'articles',
        label: 'Stories',
        label_singular: 'Story',
        format: 'article-frontmatter',
        extension: 'md',
        create: true,
        // No field has these names: for new stories it is the day of filing, as `desk new` has it, which the page puts in.
        path: `{{year_filed | default('YYYY')}}/{{month_filed | default('MM')}}/{{day_filed | default('DD')}}/{{slug}}/index`,
        sortable_fields: {
          fields: ['published', 'headline'],
          default: { field: 'published', direction: 'descending' },
        },
        ...named('headline'),
      },
    ],
    [
      contributor,
      { name: 'contributors', label: 'Contributors', label_singular: 'Contributor', ...yaml, ...named('name') },
    ],
    [heading, { name: 'sections', label: 'Sections', label_singular: 'Section', ...yaml, ...named('name') }],
    [heading, { name: 'topics', label: 'Topics', label_singular: 'Topic', ...yaml, ...named('name') }],
    [
      front,
      {
        name: 'fronts',
        label: 'Front pages',
        label_singular: 'Front page',
        ...yaml,
        identifier_field: 'lead',
        slug: {
          editable: ['create'],
          pattern: [date.source, 'The day, such as 2026-12-05'],
          hint: 'The day: 2026-12-05',
        },
        summary: '{{slug}}',
      },
    ],
    [
      page,
      {
        name: 'pages',
        label: 'Pages',
        label_singular: 'Page',
        format: 'article-frontmatter',
        extension: 'md',
        create: true,
        ...named('title'),
      },
    ],
    [
      elsewhere,
      { name: 'related', label: 'Stories elsewhere', label_singular: 'Story elsewhere', ...yaml, ...named('title') },
    ],
  ];
  const collections = all.map(([schema, collection]) => ({
    folder: `content/${collection.name}`,
    media_folder: '',
    public_folder: '.',
    ...collection,
    fields: inOrder([...fieldsOf(schema), ...(collection.extension === 'md' ? [body] : [])]),
  }));
  const paper = {
    name: 'paper',
    label: 'The paper',
    media_folder: '',
    public_folder: '.',
    files: [
      {
        name: 'publication',
        label: 'The paper',
        file: 'content/publication.yaml',
        format: 'fields',
        fields: fieldsOf(publication),
      },
    ],
  };
  return {
    config: {
      load_config_file: false,
      backend,
      media_folder: 'content/pictures',
      public_folder: '/content/pictures',
      media_libraries: { default: { config: { max_file_size: 40_000_000 } }, stock_assets: { providers: [] } },
      slug: { encoding: 'ascii', clean_accents: true, maxlength: 60 },
      editor: { preview: false },
      output: { omit_empty_optional_fields: true },
      collections: [...collections, paper],
    },
    known: {
      names: [...new Set([...all.map(([schema]) => schema), publication].flatMap(namesOf))],
      defaults: Object.fromEntries(defaultsOf(toldSchema(own) as Node, '')),
    },
  };
}

/** What a story is seldom without stands first, and its text. */
function inOrder(all: readonly Field[]): Field[] {
  const first = ['headline', 'name', 'title', 'standfirst', 'section', 'status', 'published', 'picture', 'body'];
  const place = ({ name }: Field) =>
    first.includes(name) ? first.indexOf(name) : ['aliases', 'id'].includes(name) ? 99 : first.length;
  return all.toSorted((one, other) => place(one) - place(other));
}

/** What is read here of JSON Schema. */
interface Node {
  type?: string;
  description?: string;
  default?: unknown;
  const?: unknown;
  enum?: string[];
  pattern?: string;
  items?: Node;
  properties?: Record<string, Node>;
  required?: string[];
}

function defaultsOf({ properties = {} }: Node, path: string): [path: string, value: unknown][] {
  return Object.entries(properties).flatMap(([name, node]) => {
    const whole = path ? `${path}.${name}` : name;
    const own: [string, unknown][] = ['string', 'boolean'].includes(typeof node.default) ? [[whole, node.default]] : [];
    return [...own, ...defaultsOf(node.items ?? node, whole)];
  });
}

type Field = Record<string, unknown> & { name: string };

const date = /^\d{4}-\d{2}-\d{2}$/;
const slugs = {
  editable: ['create'],
  pattern: ['^[a-z0-9]+(-[a-z0-9]+)*$', 'Small letters a to z, digits and hyphens'],
};
const namesOf = (schema: z.ZodType) => Object.keys((toldSchema(schema) as Node).properties ?? {});
const optional = { required: false };
const relation = (collection: string) => ({
  widget: 'relation',
  collection,
  value_field: '{{slug}}',
  display_fields: ['name'],
  search_fields: ['name'],
});
const day = { widget: 'string', pattern: [date.source, 'A day, such as 2026-12-05'] };

/** What JSON Schema does not say of a field, by its path: names of other files, instants, pictures, and what has several forms. */
function special(path: string, timeZone: string): Record<string, unknown> | undefined {
  const instant = { widget: 'datetime', input_timezone: timeZone };
  switch (path) {
    case 'id':
      return {
        widget: 'string',
        readonly: true,
        required: false,
        hint: 'A name for good, which is given when it is saved.',
      };
    case 'headline':
      return { widget: 'string', hint: 'The headline, as readers see it.' };
    case 'section':
      return { ...relation('sections'), hint: 'Where it stands in the paper.' };
    case 'sections':
      return { ...relation('sections'), multiple: true };
    case 'topics':
      return { ...relation('topics'), multiple: true };
    case 'contributors.who':
      return relation('contributors');
    case 'published':
      return { ...instant, default: '{{now}}', hint: 'When it is published; a time to come holds it back until then.' };
    case 'updated':
      return { ...instant, hint: 'When its text last changed.' };
    case 'corrections.at':
      return { ...instant, hint: 'When it was corrected.' };
    case 'dateline.date':
    case 'print.edition':
    case 'date':
      return day;
    case 'picture.file':
    case 'portrait.file':
    case 'icon':
      return { widget: 'image', choose_url: false };
    case 'picture.alt':
    case 'portrait.alt':
      return {
        widget: 'string',
        ...optional,
        hint: 'What is to be seen, for readers who cannot see it; empty if the picture is decoration.',
      };
    case 'status':
      return {
        widget: 'object',
        hint: '',
        fields: [
          {
            name: 'state',
            label: 'State',
            widget: 'select',
            options: ['draft', 'published', 'embargoed', 'withdrawn'],
            default: 'draft',
          },
          {
            name: 'time',
            label: 'Time',
            ...instant,
            ...optional,
            hint: 'Until when it is embargoed, or when it was withdrawn.',
          },
          {
            name: 'reason',
            label: 'Reason',
            widget: 'string',
            ...optional,
            hint: 'Why it was withdrawn, in a sentence for readers.',
          },
        ],
      };
    case 'related.stories':
      return {
        widget: 'list',
        fields: [
          {
            name: 'article',
            label: 'Story',
            widget: 'string',
            ...optional,
            hint: 'A story of this paper: 2026/12/05/slug.',
          },
          {
            name: 'elsewhere',
            label: 'Story elsewhere',
            ...relation('related'),
            display_fields: ['title'],
            search_fields: ['title'],
            ...optional,
          },
          { name: 'note', label: 'Note', widget: 'string', ...optional },
        ],
      };
    case 'pairs':
      return {
        widget: 'list',
        fields: ['left', 'right'].map((name) => ({ name, label: inWords(name), widget: 'string' })),
      };
    default:
      return undefined;
  }
}

function fields(
  { properties = {}, required = [] }: Node,
  { timeZone, path }: { timeZone: string; path: string },
): Field[] {
  return Object.entries(properties).flatMap(([name, node]): Field[] => {
    const whole = path ? `${path}.${name}` : name;
    const widget = special(whole, timeZone) ?? widgetOf(node, { timeZone, path: whole });
    if (!widget) return [];
    const hint = hintOf(node, widget.widget === 'string');
    return [
      { name, label: inWords(name), ...(hint && { hint }), ...(!required.includes(name) && optional), ...widget },
    ];
  });
}

/** How a field is edited; `undefined` for what has no form of its own, which then keeps its value. */
function widgetOf(node: Node, at: { timeZone: string; path: string }): Record<string, unknown> | undefined {
  const value = node.default === undefined ? {} : { default: node.default };
  if (node.const !== undefined) return { widget: 'select', options: [node.const] };
  if (node.enum) return { widget: 'select', options: node.enum, ...value };
  switch (node.type) {
    case 'string':
      return { widget: 'string', ...(node.pattern && { pattern: [node.pattern, hintOf(node, true)] }) };
    case 'boolean':
      return { widget: 'boolean', ...value };
    case 'integer':
    case 'number':
      return { widget: 'number', value_type: node.type === 'integer' ? 'int' : 'float' };
    case 'object':
      return node.properties && { widget: 'object', fields: fields(node, at) };
    case 'array':
      if (node.items?.type === 'string') return { widget: 'list' };
      return node.items?.properties && { widget: 'list', fields: fields(node.items, at) };
    default:
      return undefined;
  }
}

/** What to write, without YAML where it is not YAML that is written. */
function hintOf({ description = '' }: Node, isTyped: boolean): string {
  const told = isTyped ? description : description.replace(/(?:, as a list)?: [^:]*`.*$/, '.');
  return told.replaceAll('`', '');
}

/** "shortHeadline" as "Short headline". */
function inWords(name: string): string {
  const words = name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.replace(/^./, (letter) => letter.toUpperCase());
}
