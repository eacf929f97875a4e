export { formatDuration, formatNumber, formatPercent, formatSecond, formatTime, lang, pick, setLang, t } from './texts.svelte';
