/* ---
label: { zh: 试, en: Try }
