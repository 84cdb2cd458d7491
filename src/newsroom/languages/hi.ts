import 'dayjs/locale/hi.js';
import type { Language } from './language.ts';

export const hindi: Language = {
  tag: 'hi',
  typography: { quotes: ['“”', '‘’'], dash: 'spaced' },
  dates: { locale: 'hi', day: 'dddd, D MMMM YYYY' },
  script: {
    serif: ['Noto Serif Devanagari', 'Broadsheet Serif', 'Devanagari MT', 'Nirmala UI'],
    sans: ['Noto Sans Devanagari', 'Broadsheet Sans', 'system-ui'],
    leading: 1.75,
    headline: { leading: 1.4, letter: 0.48 },
    emphasis: 'weight',
    joined: true,
  },
  words: ({ number, digits, quoted }) => ({
    language: 'hi',
    skipToText: 'सीधे लेख पर जाएँ',
    frontPage: 'मुखपृष्ठ',
    kinds: {
      news: undefined,
      briefs: 'संक्षेप में',
      analysis: 'विश्लेषण',
      opinion: 'विचार',
      feature: 'फ़ीचर',
      obituary: 'श्रद्धांजलि',
    },
    credits: {
      writer: (names) => `लेखक: ${names}`,
      editor: (names) => `संपादन: ${names}`,
      photographer: (names) => `तस्वीरें: ${names}`,
      illustrator: (names) => `चित्रांकन: ${names}`,
      cartographer: (names) => `मानचित्र: ${names}`,
      translator: (names) => `अनुवाद: ${names}`,
    },
    withAgencies: (names) => `इनपुट: ${names}`,
    published: 'प्रकाशित:',
    updated: 'अपडेट:',
    at: (time) => time,
    oldNotice: (years) => `यह लेख ${years === 1 ? 'एक साल' : `${number(years)} साल`} से ज़्यादा पुराना है।`,
    corrections: 'भूल सुधार',
    correctionKinds: { correction: 'भूल सुधार', clarification: 'स्पष्टीकरण', update: 'अपडेट' },
    provenance: ({ publication, date, headline, section, page }) =>
      `यह लेख ${publication} के ${date} के मुद्रित संस्करण में` +
      `${section || page ? ` (${[section, page && `पृष्ठ ${digits(page)}`].filter(Boolean).join(', ')})` : ''}` +
      `${headline ? ` ${quoted(headline)} शीर्षक से` : ''} भी छपा है।`,
    video: 'वीडियो',
    watchAt: (host) => `${host} पर देखें या पढ़ें`,
    related: 'संबंधित लेख',
    footnotes: 'टिप्पणियाँ',
    backToText: (note) => `टिप्पणी ${digits(note)} से वापस लेख पर जाएँ`,
    table: 'तालिका',
    picture: 'तस्वीर',
    pictures: 'तस्वीरें',
    quotation: 'उद्धरण',
    box: 'बॉक्स',
    withdrawn: 'यह लेख वापस ले लिया गया है',
    withdrawnOn: (date) => `वापस लिया गया: ${date}`,
    topics: 'विषय',
    stayInTouch: 'हमसे जुड़े रहें',
    groups: { paper: 'अख़बार', read: 'पढ़ें', follow: 'जुड़े रहें', policies: 'नीतियाँ' },
    imprint: 'प्रकाशन विवरण',
    publishedBy: (publisher) => `प्रकाशक: ${publisher}`,
    textLicence: (licence) => `लेखों का लाइसेंस: ${licence}`,
    noStories: 'अभी तक कोई लेख प्रकाशित नहीं हुआ है।',
    notFound: 'इस पते पर कोई पृष्ठ नहीं है',
    notFoundText: 'हो सकता है कि पता ग़लत लिखा गया हो। खोज से हर लेख मिल सकता है, और सबसे नए लेख मुखपृष्ठ पर हैं।',
    lists: {
      navigation: 'अख़बार',
      sections: 'अनुभाग',
      archive: 'पुरालेख',
      contributors: 'हमारे लेखक',
      editions: 'मुद्रित संस्करण',
      search: 'खोज',
      storyCount: (count) => `${number(count)} लेख`,
      newer: 'नए लेख',
      older: 'पुराने लेख',
      newest: 'सबसे नए लेख',
      pageNumber: (page) => `पृष्ठ ${number(page)}`,
      storiesBy: (name) => `${name} के लेख`,
      printEdition: (date) => `${date} का मुद्रित संस्करण`,
      printPage: (page) => `पृष्ठ ${digits(page)}`,
      printHeadline: (headline) => `छपे अख़बार में: ${quoted(headline)}`,
      nothingListed: 'यहाँ अभी कुछ नहीं है।',
      noCorrections: 'अभी तक किसी सुधार की ज़रूरत नहीं पड़ी है।',
      links: 'लिंक',
      pages: 'पन्ने',
      trail: 'यह पन्ना कहाँ है',
    },
    feeds: {
      label: 'फ़ीड',
      about: 'यह एक फ़ीड है। इसका पता किसी फ़ीड रीडर में डालें, और हर नई ख़बर प्रकाशन के क्रम में पूरी आप तक पहुँचेगी।',
    },
    front: {
      briefs: 'संक्षेप में',
      analysis: 'विश्लेषण और विचार',
      earlier: 'पिछले दिनों से',
      allOf: (section) => `${section}: सभी लेख`,
    },
    article: {
      readingTime: (minutes) => `पढ़ने का समय: ${number(minutes)} मिनट`,
      contents: 'इस लेख में',
      previousIn: (section) => `${section}: पिछला लेख`,
      nextIn: (section) => `${section}: अगला लेख`,
      moreOnTopic: 'इस विषय पर और लेख',
    },
    sharing: {
      share: 'साझा करें',
      copyLink: 'लिंक कॉपी करें',
      email: 'ईमेल',
      copyPassage: 'इस अनुच्छेद का लिंक कॉपी करें',
      copyQuote: 'उद्धरण लिंक सहित कॉपी करें',
      linkCopied: 'लिंक कॉपी हो गया।',
      quoteCopied: 'उद्धरण अपने लिंक सहित कॉपी हो गया।',
      citationCopied: 'संदर्भ कॉपी हो गया।',
      notCopied: 'ब्राउज़र ने इसे कॉपी नहीं किया:',
      moved: 'जिस अनुच्छेद का यह लिंक था, वह बदला या हटाया जा चुका है। यह उसके सबसे निकट का अनुच्छेद है।',
      cite: 'इस लेख का संदर्भ दें',
      copy: 'कॉपी करें',
      qrCode: 'छोटे लिंक का QR कोड',
    },
    onPaper: {
      folio: (page, pages) => `पृष्ठ ${page} / ${pages}`,
      qr: (address) => `${address} का QR कोड`,
      version: (version) => `संस्करण ${number(version)}`,
      print: 'प्रिंट करें',
      pictures: 'चित्रों के साथ',
      larger: 'बड़े अक्षर',
    },
    newspaper: {
      toPrint: 'अख़बार के रूप में, छापने के लिए',
      continuedOn: (page) => `शेष पृष्ठ ${digits(page)} पर`,
      continuedFrom: (page) => `पृष्ठ ${digits(page)} का शेष`,
      inside: 'इस अंक में',
      files: 'साथ ले जाने के लिए',
      accessible: 'पूरा पाठ पढ़ने के क्रम में है, शीर्षकों, विषय-सूची और चित्रों के विवरण के साथ।',
    },
    searching: {
      label: 'पुरालेख में खोजें',
      description: (name) => `${name} के सभी लेख शब्द, अनुभाग, विषय, लेखक और साल से खोजें।`,
      button: 'खोजें',
      resultCount: (count) => (count < 2 ? `${number(count)} लेख मिला` : `${number(count)} लेख मिले`),
      nothing: (query) => `किसी लेख में ${quoted(query)} नहीं मिला।`,
      near: 'इससे मिलता-जुलता:',
      busy: 'खोज जारी है…',
      failed: 'खोज लोड नहीं हो सकी। पुरालेख में सभी लेख साल के हिसाब से मिलेंगे।',
      more: 'और परिणाम',
      filters: 'खोज सीमित करें',
      section: 'अनुभाग',
      topic: 'विषय',
      contributor: 'लेखक',
      year: 'साल',
      all: 'सभी',
      order: 'क्रम',
      byRelevance: 'सबसे सटीक पहले',
      byNewest: 'सबसे नए पहले',
      byOldest: 'सबसे पुराने पहले',
      withoutScript: 'खोज ब्राउज़र में चलती है और इसके लिए जावास्क्रिप्ट ज़रूरी है। उसके बिना भी पुरालेख में सभी लेख साल के हिसाब से मिलेंगे।',
    },
    comfort: {
      tools: 'पढ़ने के साधन',
      settings: 'डिस्प्ले सेटिंग',
      close: 'बंद करें',
      theme: 'रंग',
      themes: { auto: 'डिवाइस के अनुसार', paper: 'काग़ज़', dark: 'गहरा', sepia: 'सेपिया' },
      textSize: 'अक्षरों का आकार',
      spacing: 'पंक्तियों के बीच की दूरी',
      letterSpacing: 'अक्षरों के बीच की दूरी',
      lineLength: 'पंक्ति की लंबाई',
      typeface: 'फ़ॉन्ट',
      typefaces: { serif: 'सेरिफ़', sans: 'सैन्स सेरिफ़' },
      singleKeys: 'एक कुंजी वाले शॉर्टकट',
      reset: 'पहले जैसा करें',
      save: 'बाद में पढ़ने के लिए सहेजें',
      saved: 'सहेजा गया',
      savedStories: 'सहेजे गए लेख',
      nothingSaved: 'इस डिवाइस पर अभी तक कोई लेख सहेजा नहीं गया है।',
      needsScript: 'लेख डिवाइस पर जावास्क्रिप्ट से सहेजे जाते हैं, जो बंद है।',
      readableOffline: 'बिना नेटवर्क के पढ़ा जा सकता है',
      remove: 'हटाएँ',
      offline: 'इंटरनेट नहीं है: यह इस डिवाइस पर सहेजी गई प्रति है।',
      notKept: 'इंटरनेट नहीं है, और यह पृष्ठ इस डिवाइस पर सहेजा नहीं गया है।',
      resume: 'जहाँ छोड़ा था, वहीं से पढ़ें',
      listen: 'सुनें',
      pause: 'रोकें',
      goOn: 'जारी रखें',
      stop: 'बंद करें',
      help: 'कीबोर्ड शॉर्टकट',
      keys: {
        search: 'खोज',
        next: 'अगला लेख',
        previous: 'पिछला लेख',
        front: 'मुखपृष्ठ',
        save: 'बाद में पढ़ने के लिए सहेजें',
        settings: 'डिस्प्ले सेटिंग',
        top: 'वापस शीर्षक पर',
        help: 'यह सूची',
      },
      enlarge: 'तस्वीर बड़ी करें',
      nextPicture: 'अगली तस्वीर',
      previousPicture: 'पिछली तस्वीर',
      pictureOf: (picture, count) => `${count} में से तस्वीर ${picture}`,
      play: 'वीडियो चलाएँ',
    },
  }),
  firstEdition: (name) => ({
    section: { name: 'समाचार', description: 'क्या हुआ और उसका क्या अर्थ है।' },
    desk: 'समाचार कक्ष',
    about: {
      title: 'इस अख़बार के बारे में',
      description: `${name} क्या है और इसे कौन निकालता है।`,
      text: `${name} एक अख़बार है। इसके लेख [इसका अपना समाचार कक्ष](/contributors/newsdesk/) लिखता है।

ग़लतियाँ खुले तौर पर सुधारी जाती हैं: हर सुधार अपने लेख के नीचे और [सुधारों के पन्ने](/corrections/) पर है।`,
    },
    contact: {
      title: 'संपर्क',
      description: `${name} से कैसे संपर्क करें।`,
      text: 'पत्रों, प्रश्नों और सुधारों का स्वागत है।',
    },
    story: {
      headline: `${name} का पहला अंक`,
      standfirst: 'यह पहला लेख दिखाता है कि लेख में क्या-क्या हो सकता है।',
      picture: {
        alt: 'मुखपृष्ठ का रेखाचित्र: एक शीर्षक, पाठ के दो स्तंभ, एक चित्र।',
        caption: 'मुखपृष्ठ ऐसे शुरू होता है।',
        credit: `रेखाचित्र: ${name}`,
      },
      text: `हर लेख एक फ़ोल्डर है जिसमें एक पाठ है, और उसकी जगह ही हमेशा के लिए उसका पता है। इस लेख को बदला जा सकता है या इसका फ़ोल्डर हटाया जा सकता है।

शब्दों पर *ज़ोर* दिया जा सकता है और वे [कहीं और](/about/) ले जा सकते हैं। लेख में और क्या हो सकता है, यह नीचे है।

## उद्धरण, बॉक्स, तालिकाएँ

:::pull-quote
जो दो बार पढ़ने लायक है, वह पाठ से अलग दिख सकता है।
:::

तथ्य बगल के बॉक्स में आते हैं।

:::fact-box[पहले आदेश]
- \`npm run dev\`: अख़बार और हर बदलाव दिखाता है
- \`npm run desk new\`: नया लेख बनाता है
- \`npm run check\`: बताता है कि क्या सुधारना है
- \`npm run desk publish\`: प्रकाशित करता है
:::

| पन्ना | सामग्री |
| --- | --- |
| [मुखपृष्ठ](/) | सबसे नए लेख |
| [संग्रह](/archive/) | सभी लेख |`,
    },
  }),
};
