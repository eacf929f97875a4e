export { formatDate, formatDay, formatDecimal, formatDuration, formatNumber, formatPercent, formatSecond, formatTime, lang, pick, setLang, t, word } from './texts.svelte';
