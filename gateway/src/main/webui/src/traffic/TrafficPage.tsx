import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { statisticsQuery } from '../api/ais';
import { TrafficMap } from '../map/TrafficMap';
import { number } from '../ui/format';
import { Sheet } from '../ui/Page';

/** Where everybody was heard last. */
export function TrafficPage() {
  const navigate = useNavigate();
  const statistics = useQuery(statisticsQuery).data;
  return (
    <Sheet
      wide
      title="Traffic"
      lead={`Where each ship was heard last, whenever that was${statistics ? `: ${number(statistics.vessels)} ships are known` : ''}. Far out, one point stands for all ships under it; choose one to see her.`}
    >
      <div className="fl-traffic">
        <TrafficMap label="Last positions of all ships" onChoose={(mmsi) => void navigate({ to: '/vessels/$mmsi', params: { mmsi }, search: {} })} />
      </div>
    </Sheet>
  );
}
