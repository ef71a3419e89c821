"use strict";
// Narrows the list to the procedures that hold every word asked for, with or without diacritics.
(function () {
  const form = document.getElementById("tim-kiem");
  const asked = document.getElementById("tu-khoa");
  const told = document.getElementById("so-ket-qua");

  function plain(text) {
    return text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
  }

  const procedures = Array.from(document.querySelectorAll("#danh-sach > li"), (item) => ({
    item,
    text: plain(item.textContent + " " + item.dataset.search),
  }));

  function search() {
    const words = plain(asked.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { item, text } of procedures) {
      item.hidden = !words.every((word) => text.includes(word));
      found += item.hidden ? 0 : 1;
    }
    told.textContent = words.length
      ? `Tìm thấy ${found} trong ${procedures.length} thủ tục.`
      : `Có ${procedures.length} thủ tục.`;
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  asked.addEventListener("input", search);
  asked.value = new URLSearchParams(window.location.search).get("q") ?? "";
  search();
})();
