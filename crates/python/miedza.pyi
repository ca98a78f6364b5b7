"""Functional areas from flows between units."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypedDict, final

__all__ = [
    "Certainty", "Delimitation", "Estimate", "Neighbours", "Quality", "Table", "__version__", "certainty", "compare",
    "contiguity", "delimit", "estimate_flows", "methods", "quality",
]

__version__: str

class _Agreement(TypedDict):
    adjusted_rand: float | None
    normalised_mutual_information: float
    variation_of_information: float

class _Match(TypedDict):
    first: str
    second: str
    jaccard: float
    moved_out: float
    moved_in: float

class _Comparison(TypedDict):
    by_units: _Agreement
    by_weight: _Agreement | None
    best_matches: list[_Match]
    assignment: list[tuple[str, str]]
    changed: list[str]
    changed_weight: float
    compared: int
    only_first: list[str]
    only_second: list[str]

class _Searched(TypedDict):
    name: str
    value: float
    worst: float
    spread: float
    trials: int

class _Fit(TypedDict):
    pairs: float
    counted: float
    modelled: float
    common_part: float | None
    positive_pairs: int
    log_rmse: float | None
    r_squared: float | None
    counted_km: float | None
    modelled_km: float | None
    self_containment_error: float | None

class _Method(TypedDict):
    name: str
    summary: str
    parameters: list[dict[str, Any]]
    presets: dict[str, dict[str, str]]

@final
class Table:
    """Named columns of equal length, for any library that reads the Arrow PyCapsule interface."""

    @property
    def column_names(self) -> list[str]: ...
    def to_dict(self) -> dict[str, list[Any]]: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __len__(self) -> int: ...

@final
class Delimitation:
    """Areas that a method made of flows. Frames come in the kind that the flows came in."""

    @property
    def method(self) -> str:
        """The name of the method."""
    @property
    def partition(self) -> dict[str, str | None]:
        """Each unit's area, named by its smallest unit; None where a unit has none."""
    @property
    def summary(self) -> dict[str, Any]:
        """Method, parameters, how the run ended, and figures of the whole; `modelled` where a row of the flows says so."""
    @property
    def quality(self) -> _Searched | None:
        """What the areas are worth by the measure that the method searched with; None for methods that follow rules."""
    def areas(self) -> Any:
        """A frame with the columns unit and area, one row per unit in the order of codes."""
    def figures(self) -> Any:
        """A frame with one row per area: residents, jobs, self-containment and what else is counted."""
    def log(self) -> Any:
        """A frame with one row per decision of the method, in order, with an English sentence."""
    def edges(self, share: float = 0.9) -> Any:
        """A frame of the units that another area pulls at least at this share of what their own does."""
    def fusions(self) -> Any:
        """A frame of the tree of areas that were joined two by two: number, first, second, strength, internal_share."""
    def judgements(self) -> Any:
        """A frame with one row per unit and criterion: value, threshold, passed, margin. What is not known is missing."""
    def why(self, unit: str | int) -> dict[str, Any]:
        """Where the commuters of a unit go, and under `steps` what was decided on it, each with a sentence."""
    def __len__(self) -> int: ...

@final
class Certainty:
    """How sure areas are: the same method on flows that were drawn again and again."""

    @property
    def partition(self) -> dict[str, str | None]:
        """Each unit's area on the flows as they were counted."""
    @property
    def edges(self) -> list[str]:
        """Units whose certainty is below the limit."""
    @property
    def summary(self) -> dict[str, Any]: ...
    def units(self) -> Any:
        """A frame with unit, area, certainty, second, second_share and is_edge."""
    def areas(self) -> Any:
        """A frame with area, seat, units, mean_certainty, certain_residents and found_again."""
    def consensus(self) -> Any:
        """A frame with unit and area: what stands for all replicates."""

@final
class Estimate:
    """Modelled flows."""

    @property
    def fit(self) -> _Fit | None:
        """How near the model comes to the counted flows; None without any."""
    @property
    def summary(self) -> dict[str, Any]: ...
    def flows(self) -> Any:
        """A frame with origin, destination, persons and status, which says `modelled` in each row."""
    def __len__(self) -> int: ...

@final
class Quality:
    """Figures of a partition on flows."""

    @property
    def summary(self) -> dict[str, Any]: ...
    def figures(self) -> Any: ...

@final
class Neighbours:
    """Which units touch, and along how many metres of border."""

    @property
    def neighbors(self) -> dict[str, list[str]]:
        """The neighbours of each unit, as `libpysal.weights.W` takes them."""
    @property
    def islands(self) -> list[str]: ...
    def pairs(self) -> Any:
        """A frame with the columns unit, neighbour and border_m, each pair once."""
    def __len__(self) -> int: ...

_Flows = Any
_Figures = Mapping[Any, float | None] | Any

def delimit(
    flows: _Flows,
    method: str = "travel_to_work",
    *,
    units: Sequence[Any] | None = None,
    neighbours: Neighbours | Mapping[Any, Iterable[Any]] | Iterable[tuple[Any, ...]] | None = None,
    population: _Figures | None = None,
    working_age: _Figures | None = None,
    area_km2: _Figures | None = None,
    seats: Mapping[Any, Any] | Any | None = None,
    indicators: Mapping[str, _Figures] | Any | None = None,
    regions: Mapping[Any, Any] | Any | None = None,
    origin: str | None = None,
    destination: str | None = None,
    persons: str | None = None,
    **parameters: Any,
) -> Delimitation:
    """Makes areas of flows by a method; `methods()` tells which there are and what can be set."""

def certainty(
    flows: Delimitation | _Flows,
    method: str | None = None,
    *,
    replicates: int = 1000,
    seed: int = 1,
    draw: Literal["poisson", "multinomial"] = "poisson",
    limit: float = 0.8,
    consensus: Literal["medoid", "co_assignment"] = "medoid",
    suppressed: Any | None = None,
    units: Sequence[Any] | None = None,
    neighbours: Neighbours | Mapping[Any, Iterable[Any]] | Iterable[tuple[Any, ...]] | None = None,
    population: _Figures | None = None,
    working_age: _Figures | None = None,
    area_km2: _Figures | None = None,
    seats: Mapping[Any, Any] | Any | None = None,
    indicators: Mapping[str, _Figures] | Any | None = None,
    regions: Mapping[Any, Any] | Any | None = None,
    origin: str | None = None,
    destination: str | None = None,
    persons: str | None = None,
    **parameters: Any,
) -> Certainty:
    """Draws flows again and again and runs a method on each. Of areas their method and settings are taken over."""

def estimate_flows(
    units: Any,
    model: Literal["radiation", "gravity", "furness"] = "radiation",
    *,
    calibrate: Delimitation | _Flows | None = None,
    seed_flows: Delimitation | _Flows | None = None,
    deterrence: Literal["exponential", "power", "combined"] = "exponential",
    beta: float | None = None,
    alpha: float | None = None,
    mass: Literal["population", "jobs"] = "population",
    self_share: float | None = None,
    min_flow: float = 0.0,
    own: str | None = None,
    unit: str | None = None,
    residents: str | None = None,
    jobs: str | None = None,
    population: str | None = None,
    longitude: str | None = None,
    latitude: str | None = None,
    seats: Mapping[Any, Any] | Any | None = None,
) -> Estimate:
    """Models the flows between the units of a table of residents, jobs, population, longitude and latitude."""

def quality(
    flows: _Flows,
    partition: Delimitation | Mapping[Any, Any] | Any,
    *,
    neighbours: Neighbours | Mapping[Any, Iterable[Any]] | Iterable[tuple[Any, ...]] | None = None,
    origin: str | None = None,
    destination: str | None = None,
    persons: str | None = None,
) -> Quality:
    """Judges any partition by flows."""

def compare(
    a: Delimitation | Mapping[Any, Any] | Any,
    b: Delimitation | Mapping[Any, Any] | Any,
    weights: _Figures | None = None,
) -> _Comparison:
    """How alike two partitions are, which area became which, and which units changed."""

def contiguity(
    units: Any,
    geometries: Iterable[Any] | None = None,
    *,
    unit: str | None = None,
    rule: Literal["queen", "rook"] = "queen",
    gap_m: float = 20.0,
) -> Neighbours:
    """Which units touch: of a GeoDataFrame, or of codes with WKB, GeoJSON or shapely geometries."""

def methods() -> list[_Method]:
    """Every method with what it does, its parameters and its presets."""
