package org.fairlead.bench.world;

import java.util.Locale;

/// Who is who: identities and kinds of ships by their index, never stored.
final class Fleet {

    enum Behaviour {
        CARGO(70, 90, 230, 10, 16),
        TANKER(80, 100, 330, 10, 14.5),
        CONTAINER(71, 150, 366, 15, 22),
        FERRY(60, 110, 200, 17, 26),
        FISHING(30, 14, 45, 8, 11),
        PLEASURE(37, 8, 24, 5, 9),
        LAID_UP(70, 80, 200, 9, 12);

        final int shipType;
        final int leastLength;
        final int mostLength;
        final double leastKnots;
        final double mostKnots;

        Behaviour(
                int shipType,
                int leastLength,
                int mostLength,
                double leastKnots,
                double mostKnots) {
            this.shipType = shipType;
            this.leastLength = leastLength;
            this.mostLength = mostLength;
            this.leastKnots = leastKnots;
            this.mostKnots = mostKnots;
        }
    }

    /// A ship whose call sign is of another state than her MMSI is a finding: of a fleet of which
    /// nobody falsifies, none is.
    ///
    /// @param mid first three digits of an MMSI
    /// @param callSigns first characters of a series of the same state (ITU Radio Regulations,
    ///   appendix 42)
    private record Flag(int mid, String callSigns) {}

    private static final Flag[] FLAGS = {
        new Flag(219, "OX"),
        new Flag(257, "LA"),
        new Flag(244, "PD"),
        new Flag(235, "MA"),
        new Flag(273, "UB"),
        new Flag(538, "V7"),
        new Flag(636, "D5"),
        new Flag(477, "VR"),
        new Flag(412, "BO"),
        new Flag(440, "D7"),
        new Flag(431, "7J"),
        new Flag(354, "3E"),
        new Flag(563, "9V"),
        new Flag(239, "SV"),
        new Flag(338, "WD"),
        new Flag(710, "PP"),
        new Flag(419, "AT"),
        new Flag(572, "T2"),
        new Flag(671, "5V"),
        new Flag(457, "JT")
    };
    private static final String[] FIRST = {
        "AMBER", "NORTH", "SILVER", "OCEAN", "BLUE", "GRAND", "EAST", "POLAR", "GOLDEN", "WEST",
        "STAR", "IRON", "CORAL", "SOUTH", "JADE", "BALTIC"
    };
    private static final String[] SECOND = {
        "HERON", "TRADER", "SPIRIT", "HARBOUR", "GULL", "PIONEER", "LADY", "DAWN", "CREST",
        "VOYAGER", "TERN", "PEARL", "FORTUNE", "WIND", "OTTER", "QUEEN"
    };
    private static final int TRAITS_OF_PAIRS = 17;
    private static final int TRAITS = 18;

    private final long seed;
    private final Shares shares;
    private final int vessels;
    private final int firstShip;

    Fleet(WorldSettings settings) {
        seed = settings.seed();
        shares = settings.shares();
        vessels = settings.vessels();
        firstShip = settings.firstShip();
    }

    private int draw(int salt, int index) {
        return (int) Math.floorMod(Dice.of(seed, salt, index).next(), 1000L);
    }

    private boolean hasPartner(int ship) {
        return (ship | 1) < vessels;
    }

    private int pairDraw(int ship) {
        return hasPartner(ship) ? draw(TRAITS_OF_PAIRS, ship >> 1) : 1000;
    }

    boolean meets(int ship) {
        return pairDraw(ship) < shares.rendezvous();
    }

    boolean sharesMmsi(int ship) {
        int at = pairDraw(ship) - shares.rendezvous();
        return at >= 0 && at < shares.sharedMmsi();
    }

    boolean isCloned(int ship) {
        int at = pairDraw(ship) - shares.rendezvous() - shares.sharedMmsi();
        return at >= 0 && at < shares.clonedMmsi();
    }

    private boolean isOfPair(int ship) {
        return meets(ship) || sharesMmsi(ship) || isCloned(ship);
    }

    /// Each ship has one trait at most, so that what is found can be told apart.
    private int ownDraw(int ship) {
        return isOfPair(ship) ? 1000 : draw(TRAITS, ship);
    }

    private boolean isWithin(int ship, int before, int share) {
        int at = ownDraw(ship) - before;
        return at >= 0 && at < share && sailsFar(ship);
    }

    boolean switchesOff(int ship) {
        return isWithin(ship, 0, shares.switchesOff());
    }

    boolean antennaFails(int ship) {
        return isWithin(ship, shares.switchesOff(), shares.antennaFails());
    }

    boolean switchesIdentity(int ship) {
        return isWithin(
                ship, shares.switchesOff() + shares.antennaFails(), shares.switchesIdentity());
    }

    boolean loiters(int ship) {
        return isWithin(
                ship,
                shares.switchesOff() + shares.antennaFails() + shares.switchesIdentity(),
                shares.loiters());
    }

    boolean falsifies(int ship) {
        return isWithin(
                ship,
                shares.switchesOff()
                        + shares.antennaFails()
                        + shares.switchesIdentity()
                        + shares.loiters(),
                shares.falsifies());
    }

    private boolean sailsFar(int ship) {
        return switch (behaviour(ship)) {
            case CARGO, TANKER, CONTAINER -> true;
            case FERRY, FISHING, PLEASURE, LAID_UP -> false;
        };
    }

    Behaviour behaviour(int ship) {
        if (isOfPair(ship)) {
            return (ship & 1) == 0 ? Behaviour.TANKER : Behaviour.CARGO;
        }
        int at = draw(1, ship);
        if (at < 330) {
            return Behaviour.CARGO;
        }
        if (at < 480) {
            return Behaviour.TANKER;
        }
        if (at < 560) {
            return Behaviour.CONTAINER;
        }
        if (at < 610) {
            return Behaviour.FERRY;
        }
        if (at < 780) {
            return Behaviour.FISHING;
        }
        return at < 960 ? Behaviour.PLEASURE : Behaviour.LAID_UP;
    }

    boolean isClassA(int ship) {
        return switch (behaviour(ship)) {
            case PLEASURE -> false;
            case FISHING -> draw(2, ship) < 400;
            case CARGO, TANKER, CONTAINER, FERRY, LAID_UP -> true;
        };
    }

    double knots(int ship) {
        var behaviour = behaviour(ship);
        return Dice.of(seed, 3, ship).between(behaviour.leastKnots, behaviour.mostKnots);
    }

    /// Miles to starboard of the common line.
    double lane(int ship) {
        return Dice.of(seed, 4, ship).between(0.2, 1.2);
    }

    /// @param generation 0 at first, 1 after an identity switch
    Identity identity(int ship, int generation) {
        if (isCloned(ship) && (ship & 1) == 1) {
            return plain(ship - 1, 0);
        }
        var own = plain(ship, generation);
        return sharesMmsi(ship) && (ship & 1) == 1
                ? new Identity(
                        plain(ship - 1, 0).mmsi(),
                        own.imo(),
                        own.name(),
                        own.callSign(),
                        own.shipType(),
                        own.lengthMetres(),
                        own.beamMetres())
                : own;
    }

    private Identity plain(int ship, int generation) {
        var behaviour = behaviour(ship);
        var dice = Dice.of(seed, 5, ship);
        double size = dice.unit() * dice.unit();
        int length =
                behaviour.leastLength
                        + (int) (size * (behaviour.mostLength - behaviour.leastLength));
        var look = Dice.of(seed, 6 + generation, ship);
        int number = (firstShip + ship) * 2 + generation;
        var flag = FLAGS[look.below(FLAGS.length)];
        // A number of the ship alone keeps MMSIs apart whatever the country.
        int mmsi = flag.mid() * 1_000_000 + 100_000 + number;
        String name =
                FIRST[look.below(FIRST.length)]
                        + ' '
                        + SECOND[look.below(SECOND.length)]
                        + ' '
                        + Integer.toString(number, 36).toUpperCase(Locale.ROOT);
        String callSign =
                flag.callSigns() + Integer.toString(46_656 + number, 36).toUpperCase(Locale.ROOT);
        return new Identity(
                mmsi,
                behaviour == Behaviour.PLEASURE || length < 24
                        ? 0
                        : imo(200_000 + firstShip + ship),
                name,
                callSign,
                behaviour.shipType,
                length,
                Math.max(3, Math.round(length / 6.2f)));
    }

    private static int imo(int six) {
        int sum = 0;
        int rest = six;
        for (int weight = 2; weight <= 7; weight++) {
            sum += rest % 10 * weight;
            rest /= 10;
        }
        return six * 10 + sum % 10;
    }
}
