/** The security headers that every reply of the server has, whoever made it. */

/** Browser features that nothing served here uses. */
const UNUSED_FEATURES = [
  ...["accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media"],
  ...["fullscreen", "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment"],
  ...["picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "usb", "xr-spatial-tracking"],
];

/** Seconds for which a browser that has seen the site over https asks for nothing else: a year. */
const HTTPS_SECONDS = 31_536_000;

const COMMON = {
  "content-security-policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  // Other sites must not learn the signed link of a page that links to them.
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": UNUSED_FEATURES.map((feature) => `${feature}=()`).join(", "),
} as const;

/**
 * Returns the headers for every reply. Over http, Strict-Transport-Security is left out: browsers ignore it there.
 * @param publicUrl where the server is reached; undefined when unknown
 */
export const securityHeaders = (publicUrl?: string): Readonly<Record<string, string>> =>
  publicUrl?.toLowerCase().startsWith("https:")
    ? { ...COMMON, "strict-transport-security": `max-age=${HTTPS_SECONDS}` }
    : COMMON;
