/**
 * Blocks that editors may write, as an editor of texts offers them: what is typed, and what stands there then. `${1:words}` is a place to be
 * filled in, with words that stand there until then.
 */
export const blocks: Record<string, string[]> = {
  picture: ['![${1:What is to be seen}](./${2:picture.jpg} "${3:Caption} | ${4:Credit}")'],
  figure: [
    ':::figure{src="./${1:picture.jpg}" alt="${2:What is to be seen}" credit="${3:Credit}"}',
    '${4:The caption, in Markdown.}',
    ':::',
  ],
  gallery: [
    ':::gallery[${1:A caption for all of them}]',
    '![${2:What is to be seen}](./${3:one.jpg} "${4:Caption} | ${5:Credit}")',
    '![${6:What is to be seen}](./${7:two.jpg} "${8:Caption} | ${9:Credit}")',
    ':::',
  ],
  video: [
    ':::video{poster="./${1:picture.jpg}" alt="${2:What is to be seen}" href="${3:https://}" credit="${4:Credit}"}',
    '${5:The caption.}',
    ':::',
  ],
  'pull-quote': [':::pull-quote{by="${1:Who}" role="${2:What they are}"}', '${3:What they said.}', ':::'],
  'fact-box': [':::fact-box[${1:Title}]', '${2:Any Markdown.}', ':::'],
  timeline: [':::timeline[${1:Title}]', '- **${2:When}** ${3:What happened.}', ':::'],
  table: [':::table[${1:Caption}]', '| ${2:Name} | ${3:Figure} |', '| --- | --: |', '| ${4} | ${5} |', ':::'],
  related: ['::related[${1:Read also}]{stories="${2:2026/12/05/slug}"}'],
  lang: [':lang[${1:Words}]{tag=${2:de}}'],
};
