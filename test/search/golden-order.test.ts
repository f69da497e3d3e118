/**
 * Tests what ten questions show first, in order. A change of the weights moves some of them: read each that has moved, and
 * keep the new order only where its first records answer better.
 */
import { expect, it } from "vitest";
import { recordRef } from "../../src/shelf/kinds.ts";
import { library } from "../desks.ts";

const QUESTIONS = [
  "who came up with the three distributions",
  "how much did alibaba promise",
  "did qihoo say how much it gave",
  "is common prosperity for all or for a few people",
  "effects of technology on employment",
  "are companies forced to donate",
  "what started philanthropy in china",
  "crackdown on illegal NGOs",
  "what do people on weibo think",
  "習近平 共同富裕",
];

it("ten questions have their first five records in this order", async () => {
  const found = await Promise.all(
    QUESTIONS.map(async (words) => {
      const { hits } = await library.search({ words, most: 5 });
      return [words, ...hits.map(({ record }) => `  ${recordRef(record)}`)].join("\n");
    }),
  );
  expect(`\n${found.join("\n")}\n`).toMatchInlineSnapshot(`
    "
    who came up with the three distributions
      events/three-distributions-introduced
      terms/three-distributions
      facts/ndrc-on-the-three-distributions
      terms/third-distribution
      terms/first-distribution
    how much did alibaba promise
      facts/daniel-zhang-on-the-donation
      pledges/alibaba-common-prosperity
      facts/spread-wealth
      organizations/alibaba
      people/daniel-zhang
    did qihoo say how much it gave
      pledges/qihoo-360-common-prosperity
      organizations/qihoo-360
      people/zhou-hongyi
      facts/zhou-hongyi-on-donating
      quotes/zhou-our-success
    is common prosperity for all or for a few people
      terms/common-prosperity
      quotes/xi-common-prosperity-means
      pledges/alibaba-common-prosperity
      facts/xi-use-of-common-prosperity
      facts/daniel-zhang-on-the-donation
    effects of technology on employment
      facts/xi-technology-effects
      quotes/xi-effectively-addressed
      facts/lei-jun-on-social-good
      quotes/xi-new-round
      quotes/collier-ad-hoc-campaigns
    are companies forced to donate
      facts/wang-donations-essentially-forced
      facts/forced-contributions-and-inequality
      facts/netizens-on-the-companies-moves
      facts/doubts-about-the-companies-motives
      pledges/shanxi-floods-tech-companies
    what started philanthropy in china
      facts/rise-in-giving-after-sichuan-earthquake
      events/sichuan-earthquake
      facts/charitable-giving-fifteen-years-ago
      facts/tam-claiborne-byline
      facts/big-tech-dominates-charity
    crackdown on illegal NGOs
      events/ngo-crackdown
      quotes/china-daily-illegal-ngos
      facts/pressure-on-ngos
    what do people on weibo think
      organizations/weibo
      facts/netizens-on-the-companies-moves
      quotes/netizens-political-awareness
    習近平 共同富裕
      terms/common-prosperity
      facts/xi-use-of-common-prosperity
      events/poverty-declared-eliminated
      people/xi-jinping
      events/financial-and-economic-affairs-meeting
    "
  `);
});
