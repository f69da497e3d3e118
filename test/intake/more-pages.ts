/** Pages as some widely used systems make them: a newsletter, a block editor, a portal, an office, a place for essays. */
import { CHINESE, ENGLISH, type SamplePage, TITLE } from "./pages.ts";

const CAPTION = "The quay of Port Ellery on the morning after. Photo: Ilse Brandt";
const NOTE = "The fund was set up by three counties in 1994 and gives what the levy on moorings brings in.";
const THANKS =
  "Thanks for reading Estuary Notes! Subscribe for free to receive new posts and support my work.";
const [FIRST = "", ...REST] = ENGLISH;

/** As Substack writes a post: classes that its style names, a form in the middle, a note at the end. */
const newsletter: SamplePage = {
  name: "a newsletter’s post",
  html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title data-rh="true">${TITLE}</title>
<meta data-rh="true" property="og:type" content="article"><meta data-rh="true" property="og:title" content="${TITLE}">
<link rel="canonical" href="https://estuarynotes.substack.example/p/flood-walls"/><meta name="author" content="Ida Brant">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","url":"https://estuarynotes.substack.example/p/flood-walls","headline":"${TITLE}","datePublished":"2022-03-08T07:01:12+00:00","isAccessibleForFree":true,"author":[{"@type":"Person","name":"Ida Brant"}],"publisher":{"@type":"Organization","name":"Estuary Notes"}}</script></head>
<body><div id="entry"><div id="main" class="main typography use-theme-bg"><div class="pencraft pc-display-contents"><div class="main-menu"><div class="topBar"><a href="/"><h1 class="pencraft pc-reset">Estuary Notes</h1></a><button class="pencraft">Subscribe</button><button>Sign in</button></div></div></div>
<div><div class="single-post-container"><div class="container"><div class="single-post"><div class="pencraft"><article class="typography newsletter-post post"><div role="region" aria-label="Post header" class="post-header"><h1 dir="auto" class="post-title published">${TITLE}</h1><h3 dir="auto" class="subtitle">What a third of the money buys</h3>
<div class="pencraft byline"><div class="profile-hover-card"><a href="https://substack.example/@ida">Ida Brant</a></div><div class="meta">Mar 08, 2022</div></div><div class="post-ufi"><button><div class="label">12</div></button><a href="/p/flood-walls/comments"><div class="label">3</div></a><button>Share</button></div></div>
<div class="visibility-check"></div><div><div class="available-content"><div dir="auto" class="body markup"><p>${FIRST}</p><div class="captioned-image-container"><figure><a class="image-link image2 is-viewable-img" target="_blank" href="https://cdn.example/1.jpeg"><div class="image2-inset"><picture><source type="image/webp" srcset="https://cdn.example/1.webp 424w"><img src="https://cdn.example/1.jpeg" width="1456" alt=""></picture><div class="image-link-expand"><div class="pencraft"><button tabindex="0" type="button"><svg role="img"><g><path d="M0"></path></g></svg></button></div></div></div></a><figcaption class="image-caption">${CAPTION}</figcaption></figure></div>
${REST.slice(0, 3)
  .map((text) => `<p><span>${text}</span></p>`)
  .join("")}
<div class="subscription-widget-wrap-editor" data-attrs="{}" data-component-name="SubscribeWidgetToDOM"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">${THANKS}</p></div><form class="subscription-widget-subscribe"><input type="email" class="email-input" name="email" placeholder="Type your email…"><input type="submit" class="button primary" value="Subscribe"><div class="fake-input-wrapper"><div class="fake-input"></div><div class="fake-button"></div></div></form></div></div>
${REST.slice(3)
  .map((text) => `<p>${text}</p>`)
  .join(
    "",
  )}<p class="button-wrapper" data-attrs="{}" data-component-name="ButtonCreateButton"><a class="button primary" href="https://estuarynotes.substack.example/p/flood-walls?utm_source=substack&amp;action=share"><span>Share</span></a></p>
<div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number" contenteditable="false" target="_self">1</a><div class="footnote-content"><p>${NOTE}</p></div></div></div></div></div></article></div></div></div>
<div id="discussion" class="container"><h4>Discussion about this post</h4><div class="comment-list"><div class="comment"><div class="comment-body"><p>I live there and the pumps still do not work at all.</p></div></div></div></div>
<div class="subscribe-footer"><h4>Ready for more?</h4><form><input type="email"></form></div></div></div><div class="footer-wrap"><div class="footer"><p>© 2022 Ida Brant · Privacy · Terms · Collection notice</p></div></div></div></div></body></html>`,
  paragraphs: [...ENGLISH, CAPTION, NOTE],
  around: [THANKS, "Ready for more?", "I live there and the pumps", "Collection notice"],
};

/** As WordPress’s block editor writes an article, with what Jetpack puts under it. */
const blocks: SamplePage = {
  name: "a block editor’s article",
  html: `<!DOCTYPE html><html lang="en-GB"><head><meta charset="UTF-8" /><title>${TITLE} &#8211; The Estuary Post</title>
<meta property="og:site_name" content="The Estuary Post" /><meta property="article:published_time" content="2022-03-08T06:30:00+00:00" /></head>
<body class="post-template-default single single-post postid-812 wp-embed-responsive"><div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group"><p class="wp-block-site-title"><a href="/">The Estuary Post</a></p><nav class="wp-block-navigation"><ul class="wp-block-navigation__container"><li class="wp-block-navigation-item"><a href="/news"><span class="wp-block-navigation-item__label">News</span></a></li><li><a href="/sea">Sea</a></li></ul></nav></div></header>
<main class="wp-block-group is-layout-flow" id="wp--skip-link--target"><div class="wp-block-group"><h1 class="wp-block-post-title">${TITLE}</h1><div class="wp-block-group"><div class="wp-block-post-date"><time datetime="2022-03-08T06:30:00+00:00">8 March 2022</time></div><div class="wp-block-post-author"><p class="wp-block-post-author__name">Ida Brant</p></div></div></div>
<div class="entry-content wp-block-post-content is-layout-constrained"><p class="has-drop-cap">${ENGLISH[0]}</p>

<figure class="wp-block-image size-large"><img src="/a.jpg" alt="" class="wp-image-813"/><figcaption class="wp-element-caption">${CAPTION}</figcaption></figure>

<div class="wp-block-columns is-layout-flex"><div class="wp-block-column is-layout-flow" style="flex-basis:66.66%"><p>${ENGLISH[1]}</p></div><div class="wp-block-column is-layout-flow" style="flex-basis:33.33%"><p>${ENGLISH[2]}</p></div></div>

<figure class="wp-block-pullquote"><blockquote><p>${ENGLISH[3]}</p></blockquote></figure>

<h2 class="wp-block-heading">The bed of the river</h2>

<div class="wp-block-group has-background"><div class="wp-block-group__inner-container"><p>${ENGLISH[4]}</p></div></div>

<hr class="wp-block-separator has-alpha-channel-opacity"/>

<p>${ENGLISH[5]}<br></p>

<figure class="wp-block-table"><table class="has-fixed-layout"><thead><tr><th>Town</th><th>Cost</th></tr></thead><tbody><tr><td>Port Ellery</td><td>£11.2 million</td></tr><tr><td>Saint Orme</td><td>£7.9 million</td></tr></tbody></table></figure>

<p>${ENGLISH[6]}</p>

<div class="wp-block-buttons is-layout-flex"><div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="/join">Become a member</a></div></div>
<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social"><h3 class="sd-title">Share this:</h3><div class="sd-content"><ul><li class="share-twitter"><a rel="nofollow" class="share-twitter sd-button"><span>Click to share on Twitter (Opens in new window)</span></a></li></ul></div></div></div><div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><div><p>Ferry line to the islands is cut to two crossings a day</p></div></div></div>
<div class="wp-block-post-terms"><a href="/tag/floods" rel="tag">Floods</a></div><div class="wp-block-comments"><h2>2 responses</h2><ol class="wp-block-comment-template"><li><div class="wp-block-comment-content"><p>First! Great article, thanks.</p></div></li></ol></div></main>
<footer class="wp-block-template-part"><p>Proudly powered by WordPress</p></footer></div></body></html>`,
  paragraphs: [
    ...ENGLISH,
    CAPTION,
    "The bed of the river",
    "Town\tCost",
    "Port Ellery\t£11.2 million",
    "Saint Orme\t£7.9 million",
  ],
  around: [
    "Ferry line to the islands",
    "Click to share",
    "First! Great article",
    "Proudly powered",
    "Become a member",
  ],
};

const EDITOR = "责任编辑：王小海";

/** As a Chinese portal writes its news: indents that are typed, a caption in a span, a quotation of a share. */
const portal: SamplePage = {
  name: "a Chinese portal’s news",
  html: `<!DOCTYPE html><html><head><meta charset="utf-8"><title>海岸小镇追问：防洪墙谁来出钱_门户财经_门户网</title>
<meta property="og:title" content="海岸小镇追问：防洪墙谁来出钱" /><meta property="article:published_time" content="2022-03-08T09:12:00+08:00" /><meta property="article:author" content="河口日报" /></head>
<body><div class="top-header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/finance">财经</a></li><li><a href="/stock">股票</a></li><li><a href="/fund">基金</a></li></ul></div>
<div class="main-content w1240"><div class="path-search"><div class="path"><a href="/finance">门户财经</a>&gt;<span>正文</span></div></div><h1 class="main-title">海岸小镇追问：防洪墙谁来出钱</h1>
<div class="top-bar-wrap"><div class="top-bar"><div class="date-source"><span class="date">2022年03月08日 09:12</span><span class="source ent-source">河口日报</span></div><div class="page-tools"><span class="tool-icon">缩小字体</span><span class="tool-icon">放大字体</span><span class="tool-icon">收藏</span><span class="tool-icon">微博</span><span class="tool-icon">分享</span></div></div></div>
<div class="article-content clearfix"><div class="article-content-left"><div class="article" id="artibody" data-sudaclick="blk_content">
<p cms-style="font-L">　　${CHINESE[0]}</p>
<div class="img_wrapper"><img src="//n.example/1.jpg" alt="风暴过后的码头"><span class="img_descr">风暴过后的码头。伊尔莎·布兰特 摄</span></div>
<p cms-style="font-L strong-Bold">　　<strong>${CHINESE[1]}</strong></p>
<p cms-style="font-L">　　${CHINESE[2]!.replace("海岸基金", '<span id="stock_sz000001"><a href="//finance.example/000001" class="keyword" target="_blank">海岸基金</a></span><span id="quote_sz000001"></span>')}</p>
<!-- 正文广告 --><div id="ad_44099" class="otherContent_01" style="display:none">广告</div>
${CHINESE.slice(3)
  .map((text) => `<p cms-style="font-L">　　<font cms-style="font-L">${text}</font></p>`)
  .join("\n")}
<p class="article-editor">${EDITOR}</p></div>
<div class="article-bottom"><div class="keywords" id="keywords"><span>文章关键词：</span><a href="/t/1">防洪</a><a href="/t/2">基金</a></div><div class="article-bottom-btns"><span class="txt">我要反馈</span></div></div>
<div class="blk-related"><h3>相关新闻</h3><ul><li><a href="/a1">渡轮班次减至每日两班</a></li><li><a href="/a2">新疏浚规定对小港意味着什么</a></li></ul></div></div>
<div class="article-content-right"><div class="blk"><h2>24小时热文</h2><ul><li><a href="/h1">河口三镇联合招标</a></li><li><a href="/h2">码头旅馆预订回升</a></li></ul></div></div></div></div>
<div class="footer"><p>门户网版权所有 Copyright © 1996-2022 All Rights Reserved</p></div></body></html>`,
  paragraphs: [...CHINESE, "风暴过后的码头。伊尔莎·布兰特 摄", "海岸小镇追问：防洪墙谁来出钱"],
  around: ["渡轮班次减至每日两班", "河口三镇联合招标", "版权所有", "缩小字体", "文章关键词"],
};

const ORDER = [
  ["索 引 号：", "000014349/2022-00031", "主题分类：", "水利"],
  ["发文机关：", "河口地区公署", "成文日期：", "2022年03月03日"],
];

/** As an older office’s site writes a notice: tables within tables, fonts, and a table of what it says. */
const office: SamplePage = {
  name: "an office’s notice in tables",
  html: `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>河口地区公署关于防洪墙经费的通知</title></head>
<body bgcolor="#ffffff" leftmargin="0"><table width="1000" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td height="120" background="images/top.jpg">&nbsp;</td></tr><tr><td bgcolor="#0a5aa0"><table width="100%"><tr><td align="center"><a href="index.htm"><font color="#ffffff">首页</font></a></td><td align="center"><a href="zfxx.htm"><font color="#ffffff">政府信息</font></a></td><td align="center"><a href="bszn.htm"><font color="#ffffff">办事指南</font></a></td></tr></table></td></tr></table>
<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td width="1000" valign="top">
<table width="100%" border="0" cellspacing="0" cellpadding="0"><tr><td height="30">当前位置：<a href="index.htm">首页</a> &gt; <a href="tz.htm">通知公告</a></td></tr></table>
<table width="90%" border="1" align="center" class="bd1">${ORDER.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>
<table width="90%" border="0" align="center"><tr><td align="center" class="STYLE1"><b>河口地区公署关于防洪墙经费的通知</b></td></tr>
<tr><td class="b12c" id="UCAP-CONTENT"><div class="TRS_Editor">
${CHINESE.map((text) => `<p align="justify" style="text-indent: 2em; font-family: 宋体"><font size="3">${text}</font></p>`).join("\n")}
<table border="1" cellspacing="0" width="80%" align="center"><tbody><tr><td><p align="center">镇</p></td><td><p align="center">金额</p></td></tr><tr><td><p align="center">艾勒里港</p></td><td><p align="center">1120万英镑</p></td></tr></tbody></table>
<p align="right" style="text-align: right">河口地区公署</p><p align="right">2022年3月5日</p></div></td></tr></table>
</td></tr></table>
<table width="1000" align="center"><tr><td align="center" height="80">主办：河口地区公署办公室　　网站标识码：1234567890　　备案号：0000000号</td></tr></table></body></html>`,
  paragraphs: [
    ...CHINESE,
    "镇\t金额",
    "艾勒里港\t1120万英镑",
    "2022年3月5日",
    "河口地区公署关于防洪墙经费的通知",
  ],
  around: ["办事指南", "网站标识码", "当前位置"],
};

/** As Medium writes an essay: classes without a meaning, and counters, cards and buttons between the paragraphs. */
const essay: SamplePage = {
  name: "an essay among buttons and cards",
  html: `<!doctype html><html lang="en"><head><title data-rh="true">${TITLE} | by Ida Brant | Estuary Essays | Medium</title><meta data-rh="true" property="og:site_name" content="Medium"/><meta data-rh="true" property="og:title" content="${TITLE}"/><meta data-rh="true" name="author" content="Ida Brant"/><meta data-rh="true" property="article:published_time" content="2022-03-08T06:30:00.000Z"/><link data-rh="true" rel="canonical" href="https://essays.example/flood-walls-6c5a"/></head>
<body><div id="root"><div class="a b c"><div class="d e f g h i j k"></div><script>document.domain = document.domain;</script><div class="l c"><div class="m n o p c"><div class="q n r s t u"><a class="af ag" href="https://essays.example/app">Open in app</a><p class="bf b"><a href="https://essays.example/signup"><span>Sign up</span></a></p></div></div>
<div class="ab"><div class="ci bh fw fx"><article><div class="fy fz ga gb gc l"><div class="gd ge gf gg gh"><div></div><div class="speechify-ignore"></div></div><section><div><div class="gn go gp gq gr"><div class="ab cb"><div class="ci bh ga gb gc gd"><div><h1 id="6c5a" class="pw-post-title gs gt gu" data-testid="storyTitle">${TITLE}</h1></div><div><h2 id="77aa" class="pw-subtitle-paragraph hr gt">What a third of the money buys</h2></div>
<div class="speechify-ignore ab cp"><div class="speechify-ignore bh l"><div class="ab q"><a rel="noopener follow" href="/@ida"><div class="l"><img alt="Ida Brant" src="a.png"></div></a><div><span class="bf b"><a href="/@ida">Ida Brant</a></span><span>·</span><p class="bf b"><button>Follow</button></p></div><div><span class="bf b" data-testid="storyReadTime">5 min read</span><span>·</span><span data-testid="storyPublishDate">Mar 8, 2022</span></div></div><div class="ab cp"><div><button aria-label="clap"><svg></svg></button></div><p class="bf b dy"><span>--</span></p><button><span>Listen</span></button><button><div><span>Share</span></div></button></div></div></div>
<p id="f3b1" class="pw-post-body-paragraph ne nf gu ng b">${ENGLISH[0]}</p>
<figure class="od oe of"><div role="button" tabindex="0"><div class="oj ok"><picture><source srcset="a.webp"><img alt="" src="a.jpg"></picture></div></div><figcaption class="ol fe om oj ok">${CAPTION}</figcaption></figure>
<p id="aa01" class="pw-post-body-paragraph">${ENGLISH[1]!.replace("Mara Quill", '<a class="af oo" href="https://quill.example" rel="noopener ugc nofollow" target="_blank">Mara Quill</a>')}</p>
<blockquote class="or"><p id="bb02" class="os ot gu">${ENGLISH[3]}</p></blockquote>
<p id="cc03" class="pw-post-body-paragraph"><mark class="aeo aep">${ENGLISH[2]}</mark></p>
<div class="pa pb pc pd"><a href="https://other.example/dredging" rel="noopener ugc nofollow" target="_blank"><div class="pe ab"><div class="pf ab co"><h2 class="bf gv">What the new dredging rules mean for small harbours</h2><div class="pj l"><h3 class="bf b">A guide in ten questions and as many answers</h3></div><div class="pk l"><p class="bf b">other.example</p></div></div></div></a></div>
<h1 id="dd04" class="pl pm gu bf">The bed of the river</h1><p id="ee05" class="pw-post-body-paragraph">${ENGLISH[4]!.replace("38 centimetres", '<strong class="nh gv">38 centimetres</strong>')}</p></div></div></div>
<div class="ab cb pn" role="separator"><span class="po"></span><span class="po"></span></div><div class="gn go"><div class="ab cb"><div class="ci bh"><p id="ff06" class="pw-post-body-paragraph">${ENGLISH[5]}</p><p id="gg07" class="pw-post-body-paragraph">${ENGLISH[6]}</p></div></div></div></div></section></div></article></div></div>
<div class="ab cb"><div class="ci"><div class="ab"><a href="/tag/floods"><div>Floods</div></a></div><div class="l"><h2>Written by Ida Brant</h2><p>214 Followers</p><button>Follow</button></div><div><h2>Responses (2)</h2><div><p>First! Great article, thanks.</p></div></div><div><h2>More from Ida Brant</h2><a href="/x"><h2>Five walks along the estuary for the first dry weekend</h2></a></div></div></div><div><a href="/help"><p>Help</p></a><a href="/status"><p>Status</p></a><a href="/privacy"><p>Privacy</p></a></div></div></div></div></body></html>`,
  paragraphs: [...ENGLISH, CAPTION, "The bed of the river", "What a third of the money buys"],
  around: [
    "Five walks along the estuary",
    "214 Followers",
    "First! Great article",
    "Open in app",
    "5 min read",
    "What the new dredging rules",
  ],
};

/** All of these pages. */
export const MORE_PAGES: readonly SamplePage[] = [newsletter, blocks, portal, office, essay];
