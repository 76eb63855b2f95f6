/** Texts as a page could hold them to break out of whatever they are put into. */
export const hostile = [
  "</script><img src=x onerror=alert(1)>",
  `"><svg onload=alert(1)>`,
  "'><b>",
  "]]><x/>",
  "\u001b[2J\u001b]8;;https://evil.example\u0007here",
  "\u0000\u0008\u000b\u009b31m\uFFFE",
  "\uD800 alone",
  "\u202Eright to left",
  "a | b `code` *bold* _em_ [link](javascript:alert(1)) <img> ![x](y) $x$ @octocat ~~x~~ # h",
  "first\nsecond\r\nthird",
  "&amp; &lt;script&gt;",
].join(" ");
