import 'dayjs/locale/zh-cn.js';
import type { Custom } from '../typography/customs.ts';
import type { Language, Script, Variant } from './language.ts';

const typography: Custom = { quotes: ['“”', '‘’'], marksOnly: true };
const script: Script = {
  serif: ['Songti SC', 'Noto Serif CJK SC', 'SimSun'],
  sans: ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC'],
  leading: 1.8,
  headline: { leading: 1.32, letter: 1 },
  emphasis: 'dots below',
  squares: true,
};
const traditional: Variant = {
  typography: { quotes: ['「」', '『』'], marksOnly: true },
  script: {
    ...script,
    serif: ['Songti TC', 'Noto Serif CJK TC', 'PMingLiU'],
    sans: ['PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC'],
  },
};

/** Simplified; Traditional has no words of its own here. */
export const chinese: Language = {
  tag: 'zh',
  typography,
  variants: {
    // Comes before a region: Simplified letters in Taiwan are set as those elsewhere.
    Hans: {},
    Hant: traditional,
    HK: traditional,
    MO: traditional,
    TW: traditional,
  },
  dates: {
    locale: 'zh-cn',
    date: 'YYYY年M月D日',
    day: 'YYYY年M月D日 dddd',
    dayAndMonth: 'M月D日',
    month: 'YYYY年M月',
    year: 'YYYY年',
    hour: ' HH:mm',
  },
  comma: ' ',
  unspaced: true,
  pace: { letters: 400 },
  script,
  words: ({ number, digits, quoted }) => ({
    language: 'zh-Hans',
    skipToText: '跳至正文',
    frontPage: '头版',
    kinds: { news: undefined, briefs: '简讯', analysis: '分析', opinion: '评论', feature: '特写', obituary: '讣闻' },
    credits: {
      writer: (names) => `作者：${names}`,
      editor: (names) => `编辑：${names}`,
      photographer: (names) => `摄影：${names}`,
      illustrator: (names) => `插画：${names}`,
      cartographer: (names) => `制图：${names}`,
      translator: (names) => `翻译：${names}`,
    },
    withAgencies: (names) => `综合${names}报道`,
    published: '发布于',
    updated: '更新于',
    at: (time) => time,
    oldNotice: (years) => `本文发布至今已逾${number(years)}年。`,
    corrections: '更正',
    correctionKinds: { correction: '更正', clarification: '说明', update: '更新' },
    provenance: ({ publication, date, headline, section, page }) =>
      `本文的一个版本刊于${publication}${date}印刷版` +
      `${section || page ? `（${[section, page && `第${digits(page)}版`].filter(Boolean).join('，')}）` : ''}` +
      `${headline ? `，标题为${quoted(headline)}` : ''}。`,
    video: '视频',
    watchAt: (host) => `前往${host}观看或阅读`,
    related: '相关报道',
    footnotes: '注释',
    backToText: (note) => `从注释${digits(note)}返回正文`,
    table: '表格',
    picture: '图片',
    pictures: '图集',
    quotation: '引语',
    box: '资料框',
    withdrawn: '本文已撤下',
    withdrawnOn: (date) => `撤下时间：${date}`,
    topics: '话题',
    stayInTouch: '保持关注',
    groups: { paper: '本报', read: '阅读', follow: '关注', policies: '准则' },
    imprint: '出版信息',
    publishedBy: (publisher) => `出版：${publisher}`,
    textLicence: (licence) => `文字内容采用${licence}许可协议`,
    noStories: '尚未发布任何文章。',
    notFound: '此网址没有对应的页面',
    notFoundText: '网址可能有误。您可以通过搜索查找所有文章，最新文章见头版。',
    lists: {
      navigation: '报纸导航',
      sections: '版块',
      archive: '往期文章',
      contributors: '作者',
      editions: '印刷版',
      search: '搜索',
      storyCount: (count) => `${number(count)}篇文章`,
      newer: '较新的文章',
      older: '较早的文章',
      newest: '最新文章',
      pageNumber: (page) => `第${number(page)}页`,
      storiesBy: (name) => `${name}的文章`,
      printEdition: (date) => `${date}印刷版`,
      printPage: (page) => `第${digits(page)}版`,
      printHeadline: (headline) => `见报标题：${quoted(headline)}`,
      nothingListed: '这里还没有内容。',
      noCorrections: '目前没有需要更正的内容。',
      links: '链接',
      pages: '页码',
      trail: '当前位置',
    },
    feeds: {
      label: '订阅源',
      about: '这是一个订阅源。将其地址添加到订阅阅读器，每篇新报道便会按发布顺序全文送达。',
    },
    front: {
      briefs: '简讯',
      analysis: '分析与评论',
      earlier: '前几日报道',
      allOf: (section) => `${section}版块全部文章`,
    },
    article: {
      readingTime: (minutes) => `阅读约需${number(minutes)}分钟`,
      contents: '本文目录',
      previousIn: (section) => `${section}版块上一篇`,
      nextIn: (section) => `${section}版块下一篇`,
      moreOnTopic: '同一话题的更多文章',
    },
    sharing: {
      share: '分享',
      copyLink: '复制链接',
      email: '电子邮件',
      copyPassage: '复制本段链接',
      copyQuote: '复制引文及链接',
      linkCopied: '链接已复制。',
      quoteCopied: '引文及其链接已复制。',
      citationCopied: '引用信息已复制。',
      notCopied: '浏览器未能复制以下内容：',
      moved: '该链接所指的段落已被修改或删除，这是最接近的一段。',
      cite: '引用本文',
      copy: '复制',
      qrCode: '短链接的二维码',
    },
    onPaper: {
      folio: (page, pages) => `第${page}页，共${pages}页`,
      qr: (address) => `${address} 的二维码`,
      version: (version) => `第${number(version)}版`,
      print: '打印',
      pictures: '包含图片',
      larger: '放大字号',
    },
    newspaper: {
      toPrint: '报纸版式，供打印',
      continuedOn: (page) => `下转第${digits(page)}版`,
      continuedFrom: (page) => `上接第${digits(page)}版`,
      inside: '本期导读',
      files: '下载带走',
      accessible: '全文按阅读顺序排列，附有标题、目录和图片说明。',
    },
    searching: {
      label: '搜索往期文章',
      description: (name) => `按词语、版块、话题、作者和年份搜索${name}的全部文章。`,
      button: '搜索',
      resultCount: (count) => `找到${number(count)}篇文章`,
      nothing: (query) => `没有包含${quoted(query)}的文章。`,
      near: '相近：',
      busy: '正在搜索……',
      failed: '搜索功能无法加载。您可以在“往期文章”中按年份浏览全部文章。',
      more: '更多结果',
      filters: '筛选',
      section: '版块',
      topic: '话题',
      contributor: '作者',
      year: '年份',
      all: '全部',
      order: '排序',
      byRelevance: '按相关度',
      byNewest: '从新到旧',
      byOldest: '从旧到新',
      withoutScript: '搜索在浏览器中运行，需要启用JavaScript。未启用时，您可以在“往期文章”中按年份浏览全部文章。',
    },
    comfort: {
      tools: '阅读工具',
      settings: '显示设置',
      close: '关闭',
      theme: '配色',
      themes: { auto: '跟随系统', paper: '纸白', dark: '深色', sepia: '米黄' },
      textSize: '字号',
      spacing: '行距',
      letterSpacing: '字距',
      lineLength: '行长',
      typeface: '字体',
      typefaces: { serif: '宋体', sans: '黑体' },
      singleKeys: '单键快捷键',
      reset: '恢复默认',
      save: '稍后阅读',
      saved: '已保存',
      savedStories: '已保存的文章',
      nothingSaved: '此设备上还没有保存文章。',
      needsScript: '文章通过JavaScript保存在设备上，而JavaScript未启用。',
      readableOffline: '无网络时可读',
      remove: '移除',
      offline: '没有网络：这是保存在此设备上的版本。',
      notKept: '没有网络，而且此设备上没有保存这个页面。',
      resume: '从上次的位置继续阅读',
      listen: '朗读',
      pause: '暂停',
      goOn: '继续',
      stop: '停止',
      help: '键盘快捷键',
      keys: {
        search: '搜索',
        next: '下一篇',
        previous: '上一篇',
        front: '头版',
        save: '稍后阅读',
        settings: '显示设置',
        top: '回到标题',
        help: '本列表',
      },
      enlarge: '放大图片',
      nextPicture: '下一张图片',
      previousPicture: '上一张图片',
      pictureOf: (picture, count) => `第${picture}张图片，共${count}张`,
      play: '播放视频',
    },
  }),
  firstEdition: (name) => ({
    section: { name: '新闻', description: '发生了什么，意味着什么。' },
    desk: '编辑部',
    about: {
      title: '关于本报',
      description: `${name}是什么，由谁出版。`,
      text: `${name}是一份报纸，文章由[本报编辑部](/contributors/newsdesk/)撰写。

错误公开更正：每条更正都刊登在文章下方和[更正页面](/corrections/)上。`,
    },
    contact: {
      title: '联系我们',
      description: `如何联系${name}。`,
      text: '欢迎来信、提问和指正。',
    },
    story: {
      headline: `${name}创刊`,
      standfirst: '这第一篇文章展示一篇文章可以包含什么。',
      picture: { alt: '头版示意图：标题、两栏文字、一张图片。', caption: '头版由此开始。', credit: `绘图：${name}` },
      text: `每篇文章是一个文件夹，里面有正文；它的位置就是永久的地址。这篇文章可以修改，也可以删除整个文件夹。

词语可以*强调*，也可以[链接到别处](/about/)。文章还可以包含以下内容。

## 引语、信息框、表格

:::pull-quote
值得读两遍的话，可以从正文中突出出来。
:::

事实放在旁边的信息框里。

:::fact-box[最初的命令]
- \`npm run dev\`：显示报纸和每次修改
- \`npm run desk new\`：新建文章
- \`npm run check\`：指出需要改正之处
- \`npm run desk publish\`：发布
:::

| 页面 | 内容 |
| --- | --- |
| [头版](/) | 最新文章 |
| [归档](/archive/) | 所有文章 |`,
    },
  }),
};
