package org.fairlead.cases.chart;

/// Degrees to pixels.
record Projection(Extent extent, double widthPixels, double heightPixels) {

    double x(double longitude) {
        return (longitude - extent.west()) / extent.width() * widthPixels;
    }

    double y(double latitude) {
        return (extent.north() - latitude) / extent.height() * heightPixels;
    }
}
