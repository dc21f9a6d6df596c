import { Button } from '@patternfly/react-core';
import { ExpandArrowsAltIcon, SearchMinusIcon, SearchPlusIcon } from '@patternfly/react-icons';
import { scaleUtc } from 'd3-scale';
import { utcFormat } from 'd3-time-format';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { utc } from '../ui/format';
import { moved, rowsOf, spanOf, zoomed, type Span } from './window';

export interface LaneItem {
  id: string;
  from: number;
  to: number;
  kind: string;
  label: string;
  synthetic?: boolean;
  isOpen?: boolean;
}

export interface Lane {
  name: string;
  items: LaneItem[];
  /** What the first look is framed on; the rest may reach far beyond. */
  isMain?: boolean;
}

interface Props {
  lanes: Lane[];
  selected?: string;
  onSelect: (id: string | undefined) => void;
  cursor?: number;
  onCursor: (at: number | undefined) => void;
}

const clock = utcFormat('%H:%M');
const dayOfMonth = utcFormat('%d %b');
const month = utcFormat('%B');
const year = utcFormat('%Y');

/** In UTC by the clock of 24 hours, as everywhere. */
function tickText(at: Date): string {
  if (at.getUTCHours() > 0 || at.getUTCMinutes() > 0) return clock(at);
  if (at.getUTCDate() > 1) return dayOfMonth(at);
  return at.getUTCMonth() > 0 ? month(at) : year(at);
}

const gutter = 92;
const rowHeight = 22;
const lanePadding = 6;
const axisHeight = 24;

/** What happened when, one lane a kind, under one cursor. Wheel zooms, drag moves, Shift and drag picks a stretch. */
export function TimeLanes({ lanes, selected, onSelect, cursor, onCursor }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(800);
  const all = useMemo(() => spanOf(lanes.flatMap((lane) => lane.items.flatMap((item) => [item.from, item.to]))), [lanes]);
  const [chosen, setChosen] = useState<Span>();
  const [brush, setBrush] = useState<Span>();
  const drag = useRef<{ x: number; span: Span; isBrush: boolean; hasMoved: boolean }>(undefined);
  const first = useMemo(() => spanOf(lanes.filter((lane) => lane.isMain).flatMap((lane) => lane.items.flatMap((item) => [item.from, item.to]))) ?? all, [lanes, all]);
  const span = chosen ?? first ?? { from: Date.now() - 86_400_000, to: Date.now() };
  const scale = useMemo(() => scaleUtc().domain([span.from, span.to]).range([gutter, width - 12]), [span.from, span.to, width]);
  const at = (x: number) => scale.invert(x).getTime();
  const mark = ((span.to - span.from) / Math.max(1, width - gutter)) * 14;
  let below = axisHeight;
  const placed = lanes.map((lane) => {
    const rows = rowsOf(lane.items, mark);
    const size = (Math.max(0, ...rows.values()) + 1) * rowHeight + lanePadding;
    const top = below;
    below += size;
    return { lane, rows, top, size };
  });
  const height = below + 4;

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(280, entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      if (Math.abs(event.deltaY) < Math.abs(event.deltaX)) return;
      event.preventDefault();
      const x = event.clientX - element.getBoundingClientRect().left;
      setChosen(zoomed(span, scale.invert(x).getTime(), event.deltaY > 0 ? 1.25 : 0.8));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [scale, span]);

  const xOf = (event: PointerEvent) => event.clientX - event.currentTarget.getBoundingClientRect().left;
  const down = (event: PointerEvent<SVGSVGElement>) => {
    drag.current = { x: xOf(event), span, isBrush: event.shiftKey, hasMoved: false };
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    const x = xOf(event);
    if (x >= gutter) onCursor(at(x));
    const held = drag.current;
    if (!held || event.buttons === 0) return;
    if (Math.abs(x - held.x) > 3) held.hasMoved = true;
    if (!held.hasMoved) return;
    if (held.isBrush) {
      setBrush({ from: Math.min(at(held.x), at(x)), to: Math.max(at(held.x), at(x)) });
    } else {
      const perPixel = (held.span.to - held.span.from) / (width - 12 - gutter);
      setChosen(moved(held.span, (held.x - x) * perPixel));
    }
  };
  const up = () => {
    if (brush && brush.to - brush.from > 1000) setChosen(brush);
    setBrush(undefined);
    drag.current = undefined;
  };
  const keys = (event: KeyboardEvent) => {
    const step = (span.to - span.from) / 10;
    if (event.key === 'ArrowLeft') setChosen(moved(span, -step));
    else if (event.key === 'ArrowRight') setChosen(moved(span, step));
    else if (event.key === '+' || event.key === '=') setChosen(zoomed(span, (span.from + span.to) / 2, 0.7));
    else if (event.key === '-') setChosen(zoomed(span, (span.from + span.to) / 2, 1.4));
    else if (event.key === '0') setChosen(undefined);
    else return;
    event.preventDefault();
  };
  const middle = (span.from + span.to) / 2;
  const format = tickText;
  return (
    <section className="fl-lanes" aria-label="Time lanes, UTC" onKeyDown={keys}>
      <div className="fl-lanes-bar">
        <span className="fl-quiet">Time, UTC</span>
        <span className="fl-figure" aria-hidden="true">
          {cursor === undefined ? `${utc(new Date(span.from).toISOString(), 'never')} – ${utc(new Date(span.to).toISOString(), 'never')}` : utc(new Date(cursor).toISOString(), 'never')}
        </span>
        <span className="fl-grow" />
        <Button variant="plain" size="sm" icon={<SearchPlusIcon />} aria-label="Zoom in on the time" onClick={() => setChosen(zoomed(span, middle, 0.6))} />
        <Button variant="plain" size="sm" icon={<SearchMinusIcon />} aria-label="Zoom out of the time" onClick={() => setChosen(zoomed(span, middle, 1.6))} />
        <Button variant="plain" size="sm" icon={<ExpandArrowsAltIcon />} aria-label="Show the whole time, or the first look again" onClick={() => setChosen(chosen || !all ? undefined : all)} />
      </div>
      <div ref={holder} className="fl-lanes-holder">
        <svg width={width} height={height} onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerLeave={() => { up(); onCursor(undefined); }}>
          <defs>
            <pattern id="fl-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path d="M0 0V6" className="fl-hatch-line" />
            </pattern>
            <clipPath id="fl-lanes-clip">
              <rect x={gutter} y={0} width={Math.max(0, width - gutter - 4)} height={height} />
            </clipPath>
          </defs>
          {scale.ticks(Math.max(2, Math.floor(width / 110))).map((tick) => (
            <g key={tick.getTime()} transform={`translate(${scale(tick)},0)`} className="fl-tick">
              <path d={`M0 ${axisHeight - 4}V${height}`} />
              <text y={axisHeight - 9} textAnchor="middle">
                {format(tick)}
              </text>
            </g>
          ))}
          {placed.map(({ lane, rows, top: y }) => {
            return (
              <g key={lane.name}>
                <path d={`M0 ${y}H${width}`} className="fl-lane-edge" />
                <text x={6} y={y + (rowHeight + lanePadding) / 2 + 4} className="fl-lane-name">
                  {lane.name}
                </text>
                <g clipPath="url(#fl-lanes-clip)">
                  {lane.items.map((item) => (
                    <Item key={item.id} item={item} y={y + lanePadding / 2 + (rows.get(item.id) ?? 0) * rowHeight} x1={scale(item.from)} x2={scale(item.to)} isSelected={item.id === selected} onSelect={() => !drag.current?.hasMoved && onSelect(item.id)} />
                  ))}
                </g>
              </g>
            );
          })}
          {brush && <rect className="fl-brush" x={scale(brush.from)} width={scale(brush.to) - scale(brush.from)} y={0} height={height} />}
          {cursor !== undefined && cursor >= span.from && cursor <= span.to && <path className="fl-cursor" d={`M${scale(cursor)} ${axisHeight - 6}V${height}`} />}
        </svg>
      </div>
    </section>
  );
}

interface ItemProps {
  item: LaneItem;
  y: number;
  x1: number;
  x2: number;
  isSelected: boolean;
  onSelect: () => void;
}

function Item({ item, y, x1, x2, isSelected, onSelect }: ItemProps) {
  const isShort = x2 - x1 < 7;
  const left = Math.max(x1, gutter);
  const room = x2 - left;
  const top = y + 3;
  const size = rowHeight - 6;
  const when = item.to > item.from ? `${utc(new Date(item.from).toISOString(), 'never')} to ${item.isOpen ? 'now, still open' : utc(new Date(item.to).toISOString(), 'never')}` : utc(new Date(item.from).toISOString());
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    onSelect();
  };
  return (
    <g
      role="button"
      tabIndex={0}
      aria-pressed={isSelected}
      aria-label={`${item.label}, ${when}${item.synthetic ? ', synthetic' : ''}`}
      className={`fl-item fl-item-${item.kind}${isSelected ? ' fl-item-selected' : ''}`}
      onClick={onSelect}
      onKeyDown={keys}
    >
      <title>{`${item.label}\n${when}${item.synthetic ? '\nSynthetic' : ''}`}</title>
      {isShort ? (
        <path d={`M${(x1 + x2) / 2} ${top - 1}l6 ${size / 2 + 1}l-6 ${size / 2 + 1}l-6 ${-size / 2 - 1}z`} />
      ) : (
        <>
          <rect x={x1} y={top} width={Math.max(1, x2 - x1)} height={size} rx={3} />
          {item.synthetic && <rect x={x1} y={top} width={Math.max(1, x2 - x1)} height={size} rx={3} className="fl-hatched" />}
          {room > 48 && (
            <svg x={left} y={top} width={room - 4} height={size}>
              <text x={6} y={size / 2 + 4}>
                {item.label}
              </text>
            </svg>
          )}
        </>
      )}
    </g>
  );
}
