export { formatDate, formatDay, formatDuration, formatNumber, formatPercent, formatSecond, formatTime, lang, pick, setLang, t, word } from './texts.svelte';
