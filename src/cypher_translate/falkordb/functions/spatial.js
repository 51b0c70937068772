// Points: {kind: 'point', srid, coordinates}, as tagged text in queries (see temporal_text.py for the encoding).
//
//   point(map)                                        from x, y, z or longitude, latitude, height; crs or srid
//   point.distance(a, b)                              null unless both are points of one coordinate system
//   point.withinBBox(point, lowerLeft, upperRight)    likewise

const Points = (() => {
  const TAG = '\x021';
  const SYSTEMS = {
    4326: { name: 'wgs-84', dimension: 2, geographic: true },
    4979: { name: 'wgs-84-3d', dimension: 3, geographic: true },
    7203: { name: 'cartesian', dimension: 2, geographic: false },
    9157: { name: 'cartesian-3d', dimension: 3, geographic: false },
  };
  const SRIDS = new Map(Object.entries(SYSTEMS).map(([srid, { name }]) => [name, Number(srid)]));
  const AXES = { x: 0, y: 1, z: 2, longitude: 0, latitude: 1, height: 2 };
  const EARTH_RADIUS = 6378140; // metres, as Neo4j has it
  const RADIANS = 0.017453292519943295; // a degree, as Java's Math.toRadians has it
  const HEX_DIGITS = 16;

  const refuse = (message) => fail('ArgumentError', message);

  // --- tagged text

  const bits = new DataView(new ArrayBuffer(8));

  // The bits of a float so that their order is that of the numbers, -0.0 before 0.0.
  function sortableFloat(number) {
    bits.setFloat64(0, number);
    const raw = bits.getBigUint64(0);
    const sortable = raw >> 63n === 1n ? ~raw & 0xffffffffffffffffn : raw | 0x8000000000000000n;
    return sortable.toString(16).padStart(HEX_DIGITS, '0');
  }

  // The float's one decimal of 15 digits if there is one that means it, else that of 17: QuickJS and Python do not
  // always agree on the shortest.
  function decimal(number) {
    if (number === 0) return Object.is(number, -0) ? '-0' : '0';
    const short = number.toExponential(14);
    const [digits, exponent] = (Number(short) === number ? short : number.toExponential(16)).split('e');
    const mantissa = digits.replace(/\.?0+$/, '');
    return exponent === '+0' ? mantissa : `${mantissa}e${Number(exponent)}`;
  }

  const encode = ({ srid, coordinates }) =>
    `${TAG}${srid}${coordinates.map(sortableFloat).join('')} ${coordinates.map(decimal).join(' ')}`;

  /** 'point' for a tagged text that holds one, undefined for everything else. */
  const kindOf = (any) => (typeof any === 'string' && any.startsWith(TAG) ? 'point' : undefined);

  /** The point of a tagged text, or null for everything else. */
  function decode(any) {
    if (kindOf(any) === undefined) return null;
    const [, ...coordinates] = any.split(' ').map(Number);
    return { kind: 'point', srid: Number(any.slice(2, 6)), coordinates };
  }

  /** What Neo4j's toString() gives. */
  function text({ srid, coordinates }) {
    const axes = coordinates.map((value, i) => `${'xyz'[i]}: ${floatText(value)}`);
    return `point({${axes.join(', ')}, crs: '${SYSTEMS[srid].name}'})`;
  }

  // --- construction

  function ofMap(map) {
    if (Object.values(map).some((value) => value === null)) return null;
    const given = specifiedSystem(map);
    const cartesian = map.x !== undefined && map.y !== undefined;
    if (!cartesian && (map.latitude === undefined || map.longitude === undefined)) {
      const keys = Object.keys(map).map((key) => `'${key}'`).join(', ');
      refuse(`A map with keys ${keys} is not describing a valid point, a point is described either by using ` +
        "cartesian coordinates e.g. {x: 2.3, y: 4.5, crs: 'cartesian'} or using geographic coordinates " +
        "e.g. {latitude: 12.78, longitude: 56.7, crs: 'WGS-84'}.");
    }
    const third = map.z ?? (cartesian ? undefined : map.height);
    const coordinates = cartesian ? [map.x, map.y] : [map.longitude, map.latitude];
    if (third !== undefined) coordinates.push(third);
    const wrong = coordinates.find((value) => typeof value !== 'number');
    if (wrong !== undefined) refuse(`Cannot assign ${describe(wrong)} to a coordinate of a point`);
    const srid = given ?? SRIDS.get((cartesian ? 'cartesian' : 'wgs-84') + (coordinates.length === 3 ? '-3d' : ''));
    return checked({ kind: 'point', srid, coordinates }, cartesian);
  }

  function specifiedSystem({ crs, srid }) {
    if (crs !== undefined && srid !== undefined) refuse('Cannot specify both CRS and SRID');
    if (crs !== undefined) {
      return SRIDS.get(String(crs).toLowerCase()) ?? refuse(`Unknown coordinate reference system: ${crs}`);
    }
    if (srid === undefined || Object.hasOwn(SYSTEMS, srid)) return srid;
    return refuse(`Unknown coordinate reference system: code=${srid}`);
  }

  function checked(point, cartesian) {
    const { srid, coordinates } = point;
    const { name, dimension, geographic } = SYSTEMS[srid];
    const shown = `[${coordinates.map(floatText).join(', ')}]`;
    if (!geographic && !cartesian) refuse(`Geographic points does not support coordinate reference system: ${name}`);
    const count = coordinates.length;
    if (dimension !== count) {
      refuse(`Cannot create point with ${dimension}D coordinate reference system and ${count} coordinates. ` +
        `Please consider using equivalent ${count}D coordinate reference system`);
    }
    if (!coordinates.every(Number.isFinite)) {
      refuse(`Cannot create a point with non-finite coordinate values: ${shown}`);
    }
    if (!geographic) return point;
    const [longitude, latitude, ...height] = coordinates;
    if (Math.abs(latitude) > 90) {
      refuse(`Cannot create WGS84 point with invalid coordinate: ${shown}. ` +
        'Valid range for Y coordinate is [-90, 90].');
    }
    return { ...point, coordinates: [aroundTheEarth(longitude), latitude, ...height] };
  }

  // A longitude from -180 to 180, whole turns taken away.
  function aroundTheEarth(longitude) {
    if (Math.abs(longitude) <= 180) return longitude;
    const turned = longitude % 360 + 0;
    return Math.abs(turned) > 180 ? turned - Math.sign(turned) * 360 : turned;
  }

  // --- components

  /** A component by name in any letter case; Neo4j's error where the point has none of that name. */
  function component(point, name) {
    const key = name.toLowerCase();
    if (key === 'srid') return BigInt(point.srid);
    if (key === 'crs') return SYSTEMS[point.srid].name;
    if (!Object.hasOwn(AXES, key)) refuse(`No such field: ${name}`);
    if (key.length > 1 && !SYSTEMS[point.srid].geographic) {
      refuse(`Field: ${key} is not available on cartesian point: ${text(point)}`);
    }
    const value = point.coordinates[AXES[key]];
    if (value === undefined) refuse(`Field: ${key} is not available on point: ${text(point)}`);
    return float(value);
  }

  // --- geometry

  function distance(a, b) {
    const [p, q] = [a.coordinates, b.coordinates];
    if (!SYSTEMS[a.srid].geographic) return Math.sqrt(p.reduce((sum, value, i) => sum + (value - q[i]) ** 2, 0));
    const angle = greatCircle(p, q);
    if (p.length === 2) return EARTH_RADIUS * angle;
    const along = (EARTH_RADIUS + (p[2] + q[2]) / 2) * angle;
    return Math.sqrt(along ** 2 + (p[2] - q[2]) ** 2);
  }

  // The haversine formula: the angle between two places.
  function greatCircle([longitude1, latitude1], [longitude2, latitude2]) {
    const radians = (degrees) => degrees * RADIANS;
    const halfSine = (a, b) => Math.sin((radians(b) - radians(a)) / 2) ** 2;
    const share = halfSine(latitude1, latitude2) +
      Math.cos(radians(latitude1)) * Math.cos(radians(latitude2)) * halfSine(longitude1, longitude2);
    return 2 * Math.atan2(Math.sqrt(share), Math.sqrt(1 - share));
  }

  // A box whose west is east of its east crosses the 180th meridian.
  function within(point, lower, upper) {
    return point.coordinates.every((value, i) => {
      const [low, high] = [lower.coordinates[i], upper.coordinates[i]];
      if (i === 0 && low > high && SYSTEMS[point.srid].geographic) return value >= low || value <= high;
      return low <= value && value <= high;
    });
  }

  // The points that the arguments are, or null unless all are points of one coordinate system.
  function comparable(...texts) {
    const points = texts.map(decode);
    return points.every((point) => point !== null && point.srid === points[0]?.srid) ? points : null;
  }

  falkor.register('point', (map) => {
    if (map === null || map === undefined) return null;
    if (typeof map !== 'object' || Array.isArray(map)) {
      fail('TypeError', `Type mismatch: expected a map but was ${describe(map)}`);
    }
    const point = ofMap(propertiesOf(map));
    return point === null ? null : encode(point);
  });

  falkor.register('point.distance', (a, b) => {
    const points = comparable(a, b);
    return points === null ? null : float(distance(...points));
  });

  falkor.register('point.withinBBox', (point, lower, upper) => {
    const points = comparable(point, lower, upper);
    return points === null ? null : within(...points);
  });

  return { kindOf, decode, text, component };
})();
