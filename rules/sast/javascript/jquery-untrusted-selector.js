$(function () {
  // ruleid: jquery-untrusted-selector
  $(location.hash).addClass("active");
  const target = window.location.hash.replace("!", "");
  if (target) {
    // ruleid: jquery-untrusted-selector
    jQuery(target).show();
  }
  function open(selector) {
    // ruleid: jquery-untrusted-selector
    $(selector).slideDown();
  }
  open(decodeURIComponent(location.hash));
  const tab = location.search.split("tab=")[1];
  // ruleid: jquery-untrusted-selector
  $("a[href='" + tab + "']").tab("show");
  // ok: jquery-untrusted-selector
  $(document).find(location.hash).show();
  // ok: jquery-untrusted-selector
  $("#" + location.hash.slice(1)).show();
  // ok: jquery-untrusted-selector
  $(document.getElementById(location.hash.slice(1))).show();
  // ok: jquery-untrusted-selector
  $("#menu").toggle();
  // ok: jquery-untrusted-selector
  $("#tab-" + parseInt(location.hash.slice(1), 10)).show();
});

window.place = location.hash;
// ok: jquery-untrusted-selector
$(window).resize(function () {});
