export { formatDate, formatDay, formatDecimal, formatDuration, formatNumber, formatPercent, formatSecond, formatTime, known, lang, named, pick, setLang, t, textIn, word } from './texts.svelte';
