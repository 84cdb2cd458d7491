/** Addresses of the stories of the paper of lists, on two days: 50 on the first, and the rest on the second. */
export function listedAt(number: number): string {
  return `${number <= 50 ? '2025/05/06' : '2025/05/07'}/story-${number}`;
}

/**
 * A paper with so many stories that its lists have several pages, the oldest first: all in one section, on one topic
 * and by one writer, each printed and corrected once. Story 3 was withdrawn; one section is empty, and one is named by
 * a story alone.
 */
export function listPaper(count: number): Record<string, string> {
  const stories = Array.from({ length: count }, (_, index) => index + 1);
  return {
    'publication.yaml':
      'name: The List\nurl: https://small.example\nlanguage: en-GB\ntimeZone: Europe/Berlin\nsections: [town, quiet]\npublisher: { name: Nobody }\n',
    'sections/town.yaml': 'name: Town\ndescription: All that happens in town.\n',
    'sections/quiet.yaml': 'name: Quiet\n',
    'sections/apart.yaml': 'name: Apart\n',
    'topics/tides.yaml': 'name: Tides\ndescription: High and low water.\n',
    'contributors/writer.yaml': 'name: A Writer\nrole: Correspondent\nbio: Writes every story.\n',
    ...Object.fromEntries(stories.map((number) => [`articles/${listedAt(number)}/index.md`, storyOf(number)])),
  };
}

/** A story as an editor files it. */
export function storyOf(number: number): string {
  const digits = String(number).padStart(3, '0');
  const at = `${listedAt(number).slice(0, 10).replaceAll('/', '-')}T${String(5 + Math.floor(number / 60)).padStart(2, '0')}:${String(number % 60).padStart(2, '0')}:00Z`;
  return [
    '---',
    `id: stry${digits.replaceAll('0', 'z').replaceAll('1', 'y')}`,
    `headline: Headline of story ${number}`,
    `standfirst: A sentence that stands under the headline of story ${number}.`,
    `section: ${number === 5 ? 'apart' : 'town'}`,
    'topics: [tides]',
    'contributors:',
    '  - who: writer',
    `published: ${at}`,
    number === 3 ? `status: { withdrawn: ${at}, reason: It was not so. }` : 'status: published',
    `print: { publication: The List, edition: 2025-05-07, page: "${1 + (number % 12)}" }`,
    'corrections:',
    `  - { at: ${at}, kind: correction, text: A figure in story ${number} was wrong. }`,
    '---',
    '',
    `The body of story ${number}.`,
    '',
  ].join('\n');
}
