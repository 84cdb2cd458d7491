/**
 * What other publishing systems call a field, and the fields here that it may be: of those that there are in a place the
 * first that is not filled in. Names are as `plain` has them.
 */
const otherNames: [names: string, fields: string][] = [
  [
    'titel titre titulo título titolo otsikko rubrik überschrift schlagzeile 标题 標題 見出し タイトル 제목 заголовок العنوان כותרת title name heading headline hed header h1 posttitle pagetitle articletitle ogtitle metatitle htmltitle displayname fullname sitename sitetitle',
    'headline title name heading label role',
  ],
  ['shorttitle linktitle menutitle navtitle seotitle tabtitle socialtitle', 'shortHeadline'],
  [
    'untertitel beschreibung zusammenfassung vorspann descripción descrizione 摘要 描述 説明 subtitle subheadline subheading subhead subhed sub dek deck summary excerpt abstract description desc lede lead intro introduction teaser teasertext metadescription ogdescription seodescription blurb standfirst strapline tagline slogan motto bio biography about snippet shortdescription',
    'standfirst description bio tagline text note',
  ],
  [
    'series kicker eyebrow overline supertitle suptitle pretitle pretitel roofline topline overtitle strap flag storyline',
    'kicker',
  ],
  [
    'autor autoren auteur autore verfasser 作者 著者 작성자 автор الكاتب author authors byline by writer writers reporter reporters contributor creator creators guestauthor coauthor coauthors authorname authorid people photographer photographers editor editors illustrator translator translators staff credits',
    'contributors credit publisher',
  ],
  ['photo photocredit imagecredit attribution copyright rights copyrightholder courtesy photoby credits', 'credit'],
  [
    'datum fecha data 日期 日付 날짜 дата التاريخ date datetime time timestamp on day pubdate pubtime publishdate publisheddate publishingdate publicationdate publishedat publishedon publishtime publishedtime datepublished articlepublishedtime created createdat createddate createdon datecreated posted postdate postedat postedon releasedate released firstpublished firstpublishedat issued issuedate dated published',
    'published edition date at',
  ],
  [
    'lastmod lastmodified lastmodifiedat modified modifiedat modifieddate modifiedtime datemodified articlemodifiedtime updatedat updateddate updatedon updatedtime dateupdated lastupdated lastupdate lastedited update edited editedat revised revisedat changed changedat mtime gitmodified',
    'updated',
  ],
  [
    'tag tags keyword keywords topic subject subjects hashtag hashtags taxonomy taxonomies labels metakeywords terms',
    'topics',
  ],
  [
    'category categories cat cats section sections channel rubric ressort department desk column vertical primarycategory maincategory',
    'section sections',
  ],
  ['type contenttype articletype posttype storytype genre format postformat', 'kind'],
  [
    'draft isdraft publish ispublished unpublished unlisted hidden private visibility visible state poststatus embargo embargoed embargoeduntil embargodate scheduled scheduledat publishon withdrawn retracted retraction expirydate expires expireson expirationdate unpublishdate',
    'status',
  ],
  [
    'bild bilder foto imagen 图片 画像 이미지 image images picture photo photos cover coverimage coverphoto coverimg thumbnail thumb featured featuredimage featureimage featuredimg featuredphoto featuredmedia hero heroimage heroimg banner bannerimage headerimage headerimg headerphoto leadimage leadphoto leadpicture mainimage mainphoto postimage articleimage ogimage socialimage shareimage sharingimage teaserimage teaserpicture previewimage twitterimage cardimage img pic splash splashimage illustration poster avatar headshot mugshot media attachment attachmenturl alt alttext caption credit photocredit imagecredit',
    'picture portrait file',
  ],
  ['text title name caption', 'label'],
  ['src filename path imagefile imageurl url href uri', 'file'],
  ['alttext altname alternative alternativetext imagealt description', 'alt'],
  ['title description text legend cutline figcaption', 'caption'],
  ['position focal focalpoint focuspoint crop gravity anchor objectposition backgroundposition hotspot align', 'focus'],
  ['origin original sourceurl from', 'source'],
  ['license licensing copyright rights terms', 'licence'],
  ['lang language locale languagecode langcode inlanguage hreflang defaultlanguage defaultcontentlanguage', 'language'],
  ['dir textdirection textdir rtl isrtl', 'direction'],
  [
    'alias redirect redirects redirectfrom redirectsfrom oldurl oldurls formerurl formerurls previousurl oldpath oldpaths oldslug oldslugs formeraddress formeraddresses',
    'aliases',
  ],
  ['guid uuid uid postid articleid storyid contentid documentid docid identifier key nid pid shortid', 'id'],
  ['source sources agency wire wires newswire provider newsagency', 'agencies publication'],
  ['location locations place city town where placename filedfrom datelineplace geo', 'dateline place'],
  [
    'correction erratum errata clarification clarifications editorsnote editornote changelog revisions updates',
    'corrections',
  ],
  [
    'relatedarticles relatedposts relatedstories relatedcontent relatedlinks seealso readmore readalso morelikethis recommended recommendations furtherreading',
    'related',
  ],
  ['articles items posts links list entries', 'stories links'],
  ['newspaper printedition printed inprint paper page pages pagenumber issue outlet', 'print publication pages'],
  ['publisher paper outlet site website newspaper journal magazine', 'publication url'],
  ['cta ctas promo promotion promotions newsletter paywall subscribe', 'promos subscription'],

  [
    'baseurl siteurl domain host hostname homepage origin rooturl canonical permalink site website link href web',
    'url links',
  ],
  ['tz timezoneid zone', 'timeZone'],
  ['tzname zonename timezoneabbreviation', 'timeZoneName'],
  ['nav navigation menu mainmenu menus', 'sections'],
  ['footer footermenu imprint staticpages', 'pages'],
  ['owner company organization organisation org contact email mail address imprint author', 'publisher email'],
  ['mail contact emailaddress', 'email'],
  ['city location address seat country', 'place'],
  ['social twitter telegram whatsapp follow mastodon', 'channel links'],
  ['terms legal privacy policy', 'policies'],
  ['purpose kind type about rel', 'on kind'],

  ['position job jobtitle jobdescription occupation profession title beat function', 'role'],
  ['person author id slug contributor name', 'who'],
  ['facebook instagram linkedin x bluesky github profile profiles homepage site sameas', 'links'],

  ['top main leader hero splash first headline featured story', 'lead'],
  ['urgent banner streamer alert flash', 'breaking'],
  ['secondary seconds beside secondlead secondleads', 'second'],
  ['pair twins couples', 'pairs'],
  ['brief shorts inbrief short news', 'briefs'],
  ['hidden exclude excluded off rest others omit', 'inside'],
];

/** What systems set before the name of a field. */
const prefix =
  /^(wp|wpx|post|article|story|page|node|field|custom|primary|main|meta|og|opengraph|twitter|facebook|seo|yoast|dc|dcterms)/;

const fieldsFor = new Map<string, string[]>();
for (const [names, fields] of otherNames)
  for (const name of names.split(' ')) fieldsFor.set(name, [...(fieldsFor.get(name) ?? []), ...fields.split(' ')]);

/** The name of a field without what spellings differ in: `featured_image`, `featuredImage`, `Featured Image`. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** What to do about a field of another system: the field that stands for it here, or words that say it all. */
export type Advice = { field: string } | { status: string } | { remedy: string };

/**
 * @param known the fields that there are in the place of it
 * @param filled those of them that are filled in
 * @returns `undefined` where neither this system nor another has a field of that name
 */
export function adviceFor(
  name: string,
  { value, known, filled }: { value: unknown; known: readonly string[]; filled: readonly string[] },
): Advice | undefined {
  const word = plain(name);
  const status = known.includes('status') ? statusFor(word, value) : undefined;
  if (status) return { status };
  const remedy = reasons.get(word);
  // `featured: true` is no picture, and `type: post` says what a folder says here.
  if (remedy && (typeof value === 'boolean' || typeof value === 'number')) return { remedy };
  if (/type$/.test(word) && /^(blog)?(posts?|pages?|articles?|story|entry)$/i.test(String(value)))
    return { remedy: 'Delete the line: the folder that the file is in says it.' };
  const same = known.find((field) => plain(field) === word);
  const others = [
    ...(fieldsFor.get(word) ?? []),
    ...(remedy ? [] : (fieldsFor.get(word.replace(prefix, '').replace(/gmt$/, '')) ?? [])),
    ...partOfPicture(word),
  ].filter((each) => known.includes(each));
  const field = same ?? others.find((each) => !filled.includes(each)) ?? others[0];
  if (field) return { field };
  return remedy ? { remedy } : undefined;
}

/** What the status would be by a switch of another system: `draft: true`; `undefined` for any other field. */
export function statusFor(name: string, value: unknown): 'draft' | 'published' | undefined {
  const isOn = /^(true|yes|on|1)$/i.test(String(value));
  if (!isOn && !/^(false|no|off|0)$/i.test(String(value))) return undefined;
  const word = plain(name);
  if (/^(is)?(draft|unpublished|hidden|private|unlisted)$/.test(word)) return isOn ? 'draft' : 'published';
  if (/^(is)?(publish|published|public|visible|live)$/.test(word)) return isOn ? 'published' : 'draft';
  return undefined;
}

/** `image_alt`, `coverCaption`: what belongs to the picture. */
function partOfPicture(word: string): readonly string[] {
  const pattern =
    /^(image|img|picture|photo|cover|thumbnail|thumb|hero|banner|header|featuredimage|featureimage|coverimage|leadimage|heroimage)(s|image|photo)?(alt|alttext|caption|credit|credits|description|title|text|source|copyright|author|by|license|licence|url|path|src|file|focus|position)$/;
  return pattern.test(word) ? ['picture', 'portrait'] : [];
}

const needless: [names: string, remedy: string][] = [
  [
    'layout template view theme skin css style styles stylesheet js javascript script scripts class cssclass bodyclass classes markup extends component pagetype usehero fullwidth width color colour background',
    'Delete the line: everything of one kind is laid out alike.',
  ],
  [
    'slug postname id uid uuid guid permalink permalinks url uri path pathname canonical canonicalurl canonicallink link basename filename sourceurl shortlink shorturl',
    'Delete the line: the place of the file is its address.',
  ],
  [
    'weight order sortorder sort position priority rank sticky pinned pin featured isfeatured highlight promoted menu menuorder nav navorder navigation eleventynavigation parent index sidebar sidebarposition showinmenu toppick breaking',
    'Delete the line: the order is kept elsewhere, of stories in content/fronts/, of sections and pages in content/publication.yaml.',
  ],
  [
    'toc tableofcontents showtoc readingtime readtime timetoread minutes wordcount words excerptseparator pagination numbering',
    'Delete the line: it is made of the text.',
  ],
  [
    'body content contentencoded text html markdown story article',
    'Write the text below the front matter, and delete the line.',
  ],
  [
    'comment comments commentable commentsenabled allowcomments disqus commentstatus pingstatus discussion likes share sharing sharebuttons showshare math katex mermaid mathjax codeinjection codeinjectionhead codeinjectionfoot audience emailsentat podcasturl claps templateengineoverride iscjklanguage translationkey templatekey emailonly tier tiers authorbox robots noindex nofollow sitemap feed rss nosearch search searchable excludefromsearch excludefromsitemap indexable outputs output cascade build render resources plugins extra params headless eleventyexcludefromcollections eleventycomputed amp ads adfree seo og opengraph twitter twittercard meta schema jsonld version password wordpressid wppostname dsqthreadid analytics cache cachecontrol',
    'Delete the line: nothing here goes by it.',
  ],
];

const reasons = new Map(needless.flatMap(([names, remedy]) => names.split(' ').map((name) => [name, remedy] as const)));
