// Runs before the first paint, so that a chosen theme and language do not flash. Everything else is a module.
(function () {
  try {
    var root = document.documentElement;
    var theme = localStorage.getItem("gongsheng.theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    var language = localStorage.getItem("gongsheng.language");
    var first = (navigator.languages || [navigator.language]).find(function (tag) {
      return /^(zh|en)\b/i.test(tag);
    });
    if (!language) language = /^zh/i.test(first || "en") ? "zh" : "en";
    root.lang = language === "en" ? "en" : "zh-Hans";
  } catch (storageRefused) {
    // A browser that refuses storage shows the defaults.
  }
})();
