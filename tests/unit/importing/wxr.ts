/** An item of an export of WordPress, as its own exporter writes it. */
export interface Item {
  id: number;
  title: string;
  content: string;
  excerpt?: string;
  slug?: string;
  status?: string;
  type?: string;
  password?: string;
  date?: string;
  categories?: [domain: string, name: string][];
  meta?: Record<string, string>;
  more?: string;
}

const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

export function itemOf({
  id,
  title,
  content,
  excerpt = '',
  slug = `s-${id}`,
  status = 'publish',
  type = 'post',
  password = '',
  date = '2019-03-05 10:00:00',
  categories = [],
  meta = {},
  more = '',
}: Item): string {
  return [
    '<item>',
    `<title>${cdata(title)}</title><link>https://old.example/2019/03/${slug}/</link><dc:creator>${cdata('wren')}</dc:creator>`,
    `<guid isPermaLink="false">https://old.example/?p=${id}</guid>`,
    `<content:encoded>${cdata(content)}</content:encoded><excerpt:encoded>${cdata(excerpt)}</excerpt:encoded>`,
    `<wp:post_id>${id}</wp:post_id><wp:post_date_gmt>${date}</wp:post_date_gmt><wp:post_name>${slug}</wp:post_name>`,
    `<wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type><wp:post_password>${password}</wp:post_password>`,
    ...categories.map(([domain, name]) => `<category domain="${domain}" nicename="x">${cdata(name)}</category>`),
    ...Object.entries(meta).map(
      ([key, value]) =>
        `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`,
    ),
    more,
    '</item>',
  ].join('\n');
}

export const wxrHead =
  '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:excerpt="e" xmlns:content="c" xmlns:dc="d" xmlns:wp="w">\n<channel><title>Old</title><link>https://old.example</link><wp:wxr_version>1.2</wp:wxr_version>\n<wp:author><wp:author_login>wren</wp:author_login><wp:author_display_name><![CDATA[Wren Quayside]]></wp:author_display_name></wp:author>\n';
export const wxrEnd = '</channel></rss>\n';

export function wxrOf(...items: Item[]): string {
  return `${wxrHead}${items.map(itemOf).join('\n')}${wxrEnd}`;
}
